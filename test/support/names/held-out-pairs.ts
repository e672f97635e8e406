import { readPairs } from './name-pairs.ts';

/**
 * नमूना / Sample: names put together by hand, no real person. Pairs that nothing is tuned on: written before the first scoring, they only measure.
 * `same`: two ways in which clerks write one person. `other`: two persons, most of them close on purpose.
 */
export const heldOutPairs = readPairs({
  same: `
Geeta Kumari Sharma|गीता कुमारी शर्मा
Gita Sharma|गीता शर्मा
Bhagwati Lal Menaria|भगवती लाल मेनारिया
Bhagvati Lal Menariya|भगवतीलाल मेनारिया
Hukum Chand Nagar|हुकुमचंद नागर
Hukam Chand Nagar|हुकम चन्द नागर
Shyam Sundar Ojha|श्याम सुन्दर ओझा
Shyamsunder Ojha|श्यामसुंदर ओझा
Rameshwar Lal Sihag|रामेश्वर लाल सिहाग
Rameshwarlal Sihag|रामेश्वरलाल सिहाग
Vijay Singh Rajawat|विजय सिंह राजावत
Bijay Singh Rajavat|विजयसिंह राजावत
Pushpa Devi Tanwar|पुष्पा देवी तंवर
Pushpa Tanvar|पुष्पा देवी तँवर
Narayan Lal Gadri|नारायण लाल गाडरी
Narain Lal Gadari|नारायणलाल गाडरी
Jawahar Lal Oad|जवाहर लाल ओड
Jawaharlal Oad|जवाहरलाल ओड
Ghisa Lal Raigar|घीसालाल रैगर
Gheesa Lal Regar|घीसा लाल रेगर
Gyarsi Lal Meena|ग्यारसी लाल मीणा
Gyarsilal Mina|ग्यारसीलाल मीना
Gyan Chand Nahar|ज्ञानचंद नाहर
Gyanchand Nahar|ज्ञान चन्द नाहर
Kshama Sharma|क्षमा शर्मा
Akshay Kumar Lodha|अक्षय कुमार लोढ़ा
Rajlaxmi Ranawat|राजलक्ष्मी राणावत
Raj Lakshmi Ranawat|राजलक्ष्मी राणावत
Vidhya Devi Kasana|विद्या देवी कसाणा
Vidya Kasana|विद्या कसाना
Sharda Devi Panwar|शारदा देवी पंवार
Sarda Panwar|शारदा पँवार
Ishwar Lal Patel|ईश्वरलाल पटेल
Eshwar Lal Patel|ईश्वर लाल पटेल
Uday Singh Chundawat|उदयसिंह चूण्डावत
Udai Singh Chundawat|उदय सिंह चुंडावत
Bhanwari Devi Nayak|भंवरी देवी नायक
Bhawri Devi Nayak|भँवरी देवी नायक
Chothmal Bagariya|चौथमल बागरिया
Chouth Mal Bagaria|चौथमल बागरिया
Lekhraj Gochar|लेखराज गोचर
Lekh Raj Gochar|लेखराज गोचर
Hansraj Nagar|हंसराज नागर
Hans Raj Nagar|हंसराज नागर
Kanhaiya Lal Sahariya|कन्हैयालाल सहरिया
Kanhaiyalal Sahariya|कन्हैया लाल सहरिया
Kanaiya Lal Sahria|कन्हैया लाल सहरिया
Kesar Bai Kalbelia|केसर बाई कालबेलिया
Kesar Kalbeliya|केसर कालबेलिया
Thavra Ji Roat|थावरा जी रोत
Dhula Ram Katara|धूलाराम कटारा
Dhoola Ram Katara|धूला राम कटारा
Vesta Pargi|वेस्ता पारगी
Manji Taviyad|मानजी तावियाड
Rupa Lal Ahari|रूपालाल अहारी
Roopa Lal Ahari|रूपा लाल अहारी
Nanu Ram Maida|नानूराम मईड़ा
Shaitan Singh Sodha|शैतान सिंह सोढ़ा
Shetan Singh Sodha|शैतानसिंह सोढा
Swaroop Singh Bhayal|स्वरूप सिंह भायल
Sarup Singh Bhayal|स्वरूपसिंह भायल
Prithvi Raj Deora|पृथ्वीराज देवड़ा
Prithviraj Devda|पृथ्वी राज देवड़ा
Amrit Lal Mehta|अमृतलाल मेहता
Amritlal Mehta|अमृत लाल मेहता
Subhash Chandra Poonia|सुभाष चन्द्र पूनिया
Subhash Punia|सुभाष चंद्र पूनियाँ
Vedprakash Dudi|वेद प्रकाश डूडी
Ved Prakash Doodi|वेदप्रकाश डूडी
Birbal Ram Beniwal|बीरबल राम बेनीवाल
Beerbal Ram Beniwal|बीरबलराम बेनीवाल
Sultan Ram Mahla|सुल्तान राम महला
Sultanram Mahla|सुल्तानराम महला
Hanuman Sahay Choudhary|हनुमान सहाय चौधरी
Hanumaan Sahai Chaudhari|हनुमान सहाय चौधरी
Khinv Raj Sankhla|खींवराज सांखला
Khivraj Sankhla|खींवराज साँखला
Tulsi Ram Prajapati|तुलसीराम प्रजापति
Tulseeram Prajapati|तुलसी राम प्रजापति
Bhomaram Devasi|भोमाराम देवासी
Bhoma Ram Dewasi|भोमा राम देवासी
Magna Ram Rebari|मगनाराम रेबारी
Jeeva Ram Raika|जीवाराम राईका
Jiva Ram Raika|जीवा राम राइका
Javed Akhtar|जावेद अख्तर
Jawed Akhtar|जावेद अख़्तर
Mohd. Sharif Lohar|मोहम्मद शरीफ लोहार
Mohammad Shareef|मो. शरीफ़
Mohmmad Rafik|मोहम्मद रफीक
Mohammed Rafiq Mansuri|मोहम्मद रफ़ीक मंसूरी
Shakil Ahmad|शकील अहमद
Shakeel Ahmed|शकील अहमद
Aslam Khan Mev|असलम खाँ मेव
Nafisa Khatun|नफीसा खातून
Nafeesa Khatoon|नफ़ीसा ख़ातून
Yasmeen Banu|यास्मीन बानो
Yasmin Bano|यासमीन बानो
Anwar Hussain|अनवर हुसैन
Anvar Husain Rangrez|अनवर हुसैन रंगरेज
Gulam Nabi|गुलाम नबी
Ghulam Nabi Chhipa|गुलाम नबी छीपा
Fatima Begum|फातिमा बेगम
Phatima Begam|फ़ातिमा बेगम
Wahid Ali|वाहिद अली
Vahid Ali|वाहिद अली
Zubaida Khanam|जुबैदा खानम
Jubeda Khanam|ज़ुबैदा ख़ानम
Sukhvinder Singh Brar|सुखविंदर सिंह बराड़
Sukhwinder Singh|सुखविन्दर सिंह
Paramjeet Kaur|परमजीत कौर
Paramjit Kaur|परमजीत कौर
Baljeet Singh Sandhu|बलजीत सिंह संधू
Baljit Singh Sandhoo|बलजीत सिंह संधु
Amarjeet Singh|अमरजीत सिंह
Lakhvir Singh|लखवीर सिंह
Rajkumar Bhojak|राज कुमार भोजक
Raj Kumar Bhojak|राजकुमार भोजक
P. L. Dangi|Panna Lal Dangi
S. K. Jain|सुरेश कुमार जैन
B.L. Mali|भंवर लाल माली
Shri Mangal Chand Bohra|मंगलचंद बोहरा
श्री नेमीचन्द छाजेड़|Nemi Chand Chhajed
Smt Badami Devi|बादामी देवी
श्रीमती मोहनी देवी|Mohini Devi
Kum. Neelam Sharma|नीलम शर्मा
Mrs. Nilam Sharma|नीलम शर्मा
Dr Hemant Dadhich|हेमन्त दाधीच
Late Shri Girdhari Lal Nai|गिरधारी लाल नाई
Girdharilal Nai s/o Late Motilal|गिरधारीलाल नाई
तुलछाराम पुत्र श्री पूनमाराम|Tulchha Ram
Kanta Devi W/O Ratan Lal|कान्ता देवी
कांता देवी पत्नी श्री रतनलाल|Kanta Devi
Rinku Kumari D/o Gopal|रिंकू कुमारी
Saini Naresh Kumar|नरेश कुमार सैनी
शर्मा ललित|Lalit Sharma
Lalit Kishore Sharma|ललित किशोर शर्मा
Lalit Kishor Sharma|ललितकिशोर शर्मा
Vinod Kumar Chhimpa|विनोद छींपा
Binod Kumar Chhipa|विनोद कुमार छीपा
Sampat Lal Kothari|सम्पतलाल कोठारी
Sampatlal Kothari|संपत लाल कोठारी
Shubham Parashar|शुभम पाराशर
Subham Parasar|शुभम पाराशर
Chetan Prakash Gehlot|चेतन प्रकाश गहलोत
Chetanprakash Gahlot|चेतनप्रकाश गहलोत
Devkishan Acharya|देवकिशन आचार्य
Dev Kishan Aacharya|देव किशन आचार्य
Radha Krishan Daiya|राधाकृष्ण दैया
Radhakishan Daiya|राधाकिशन दैया
Pyarelal Harijan|प्यारेलाल हरिजन
Pyare Lal Harijan|प्यारे लाल हरिजन
Ugma Ram Khileri|उगमाराम खिलेरी
Jasoda Devi Lakhara|जसोदा देवी लखारा
Arjun Lal Jinger|अर्जुनलाल जीनगर
Arjun Jingar|अर्जुन लाल जीनगर
Sanwar Mal Kulhari|सांवरमल कुल्हरी
Sawar Mal Kulhari|साँवरमल कुलहरी
Ratan Kanwar Bhatiyani|रतन कँवर भटियाणी
Bhawani Singh Khangarot|भवानी सिंह खंगारोत
Bhavani Singh Khangarot|भवानीसिंह खंगारोत
Ladu Lal Tailor|लादूलाल टेलर
Manohar Lal Kalal|मनोहरलाल कलाल
Trilok Chand Gupta|त्रिलोकचंद गुप्ता
Trilokchand Gupta|त्रिलोक चन्द गुप्ता
Sourabh Mathur|सौरभ माथुर
Saurabh Mathur|सौरभ माथुर
Gourav Bhargava|गौरव भार्गव
Gaurav Bhargav|गौरव भार्गव
Jyoti Sukhwal|ज्योति सुखवाल
Jyothi Sukhval|ज्योति सुखवाल
`,
  other: `
Hemant Sharma|Basant Sharma
हेमन्त शर्मा|बसन्त शर्मा
Naresh Kumar Saini|Mahesh Kumar Saini
नरेश कुमार|परेश कुमार
Umesh Jangid|Rupesh Jangid
Kamlesh Meena|Nimlesh Meena
कमलेश मीणा|मिथलेश मीणा
Lokesh Gurjar|Yogesh Gurjar
Mukesh Suthar|Lokesh Suthar
Jagdish Suthar|Satish Suthar
सतीश यादव|जगदीश यादव
Manish Gupta|Anish Gupta
मनीष गुप्ता|आशीष गुप्ता
Nitin Mathur|Nitesh Mathur
नितिन माथुर|विपिन माथुर
Ravi Kumar|Raju Kumar
रवि मेघवाल|रघु मेघवाल
Gita Bai|Rita Bai
गीता बाई|मीता बाई
Sita Ram|Gita Ram
Pushpa Devi|Puspendra Devi
Rajani Sharma|Sajani Sharma
Meena Kumari|Reena Kumari
रीना वर्मा|टीना वर्मा
Leela Devi|Sheela Devi
लीला देवी|शीला देवी
Kanta Devi|Shanta Devi
Kanta Bai|Janta Bai
सरोज देवी|सरला देवी
Saroj Sharma|Manoj Sharma
Sarita Meena|Sangeeta Meena
सरिता जाट|सविता जाट
Sumitra Devi|Savitri Devi
सुमित्रा|सावित्री
Suman Choudhary|Sumer Choudhary
Asha Devi|Usha Devi
आशा शर्मा|उषा शर्मा
Usha Kanwar|Uma Kanwar
Maya Devi|Chhaya Devi
माया देवी|जया देवी
Parvati Devi|Parmeshwari Devi
Bhagwan Singh|Balwan Singh
Bhagwan Das|Bhagirath Das
Jodha Ram|Modha Ram
जेठाराम|जोधाराम
Jetha Ram|Kheta Ram
खेताराम|चेताराम
Deepa Ram|Roopa Ram
रूपाराम|दीपाराम
Purkha Ram|Harkha Ram
Bhera Ram|Khera Ram
भैराराम|हीराराम
Moda Ram|Goda Ram
Mala Ram|Bala Ram
Teja Ram|Roja Ram
तेजाराम|भोजाराम
Ghewar Ram|Kunwar Ram
Babu Lal|Sadhu Lal
Bansi Lal|Banshi Ram Jat
Girdhari Lal|Murari Lal
गिरधारी लाल|बनवारी लाल
Banwari Lal|Murari Lal
Kanhaiya Lal|Dhaniya Lal
Hazari Lal|Bihari Lal
हजारीलाल|बिहारीलाल
Chunni Lal|Munni Lal
चुन्नीलाल|मुन्नालाल
Munna Lal|Panna Lal
Sohan Lal|Rohan Lal
सोहन सिंह|रोहन सिंह
Jeevan Ram|Deevan Ram
Karan Singh|Charan Singh
करण सिंह|चरण सिंह
Sharan Singh|Charan Singh
Man Singh|Mal Singh
मान सिंह|भान सिंह
Ranjeet Singh|Sanjeet Singh
रणजीत सिंह|अजीत सिंह
Ajit Singh|Abhijit Singh
Baljeet Singh|Daljeet Singh
बलजीत कौर|दलजीत कौर
Amarjeet Kaur|Paramjeet Kaur
Sukhdev Singh|Baldev Singh
सुखदेव सिंह|हरदेव सिंह
Gurdev Singh|Hardev Singh
Sukhvinder Singh|Sukhdev Singh
Kulwant Singh|Balwant Singh
जसवंत सिंह|बलवंत सिंह
Hanif Mohammad|Sharif Mohammad
हनीफ खान|शरीफ खान
Mohd Rafiq|Mohd Shafiq
मोहम्मद रफीक|मोहम्मद शफीक
Mohd Aslam|Mohd Akram
मोहम्मद असलम|मोहम्मद अकरम
Aslam Khan|Islam Khan
Javed Khan|Naved Khan
जावेद अली|नावेद अली
Asif Ali|Arif Ali
आसिफ खान|आरिफ खान
Wahid Khan|Shahid Khan
Sajid Hussain|Majid Hussain
साजिद|माजिद
Rashid Khan|Rasid Ansari
Fatima Bano|Salma Bano
फरीदा बानो|सईदा बानो
Hasina Bano|Madina Bano
Abdul Majid|Abdul Wahid
अब्दुल गफ्फार|अब्दुल सत्तार
Abdul Salam|Abdul Kalam
Nazir Khan|Bashir Khan
Sharma Lalit|Sharma Mohit
Lalit Sharma|Lalita Sharma
ललित मीणा|ललिता मीणा
Sunil Meghwal|Sunila Meghwal
Chandra Devi|Indra Devi
चन्द्रा देवी|इन्द्रा देवी
Vinod Sharma|Pramod Sharma
विनोद कुमार|प्रमोद कुमार
Vinod Chhipa|Vineet Chhipa
Pankaj Jain|Neeraj Jain
पंकज जैन|मनोज जैन
Dhanraj Meena|Hansraj Meena
धनराज नागर|हंसराज नागर
Lekhraj Nagar|Deshraj Nagar
Shivraj Singh|Shivpal Singh
शिवराज|शिवचरण
Shivcharan Meena|Ramcharan Meena
Ramcharan Meena|Ramkalyan Meena
Ramphool Meena|Rampal Meena
रामफूल मीणा|रामधन मीणा
Ramdhan Gurjar|Ramdev Gurjar
Ramdayal|Ramgopal
रामजीलाल|श्यामजीलाल
Vishal Soni|Vishnu Soni
Trilok Chand|Alok Chand
Kapil Mathur|Kamal Mathur
Lalit Sharma|Lalit Mathur
नेमीचन्द छाजेड़|नेमीचन्द कोठारी
Bhanwar Lal Mali|Bhanwar Lal Meghwal
Sunita Jangid|Sunita Suthar
सम्पतलाल कोठारी|सम्पतलाल भण्डारी
Ratan Lal Dangi|Ratan Lal Gadri
Kamla Katara|Kamla Kharadi
कमला डामोर|कमला निनामा
Javed Akhtar|Javed Mansuri
Gurpreet Singh Brar|Gurpreet Singh Sandhu
Udai Singh Chundawat|Uday Singh Ranawat
Vijay Kumar Gupta|Ajay Kumar Gupta
Magan Lal Ahari|Nathu Lal Ahari
Dhula Ram Katara|Kalu Ram Katara
R. K. Sharma|Suresh Kumar Sharma
P. L. Dangi|Kishan Lal Dangi
`,
});
