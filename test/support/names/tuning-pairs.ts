import { readPairs } from './name-pairs.ts';

/**
 * नमूना / Sample: names put together by hand, no real person. The pairs that the comparison was tuned on.
 * `same`: two ways in which clerks write one person. `other`: two persons, most of them close on purpose.
 */
export const tuningPairs = readPairs({
  same: `
Sita Devi|सीता देवी
Chhama Dave|क्षमा दवे
Biram Ram Jakhar|बीरमराम जाखड़
Md. Ilyas Chhipa|मोहम्मद इलियास छीपा
Rehmat Ullah|रहमतुल्ला
Seeta Devi|सीता देवी
Ramesh Kumar Meena|रमेश कुमार मीणा
Ramesh Kr. Meena|रमेश कुमार मीना
Ramkishan Gurjar|राम किशन गुर्जर
Ram Kishan Gujar|रामकिशन गुर्जर
Shri Bhanwar Lal Jat|भंवरलाल जाट
Bhawarlal Jaat|भँवर लाल जाट
Mohd. Salim Khan|मोहम्मद सलीम खान
Mohammad Saleem|मो. सलीम
Mohammed Yusuf Pathan|मोहम्मद यूसुफ पठान
Md Irfan Ansari|मोहम्मद इरफान अंसारी
Suresh Agarwal|सुरेश अग्रवाल
Suresh Agrawal|Suresh Agarwal
Chhagan Lal Suthar|छगनलाल सुथार
Chagan Lal Sutar|छगन लाल सुथार
Vishnu Dutt Sharma|विष्णु दत्त शर्मा
Bishnu Datt Sharma|विष्णुदत्त शर्मा
Laxman Singh Rathore|लक्ष्मण सिंह राठौड़
Lakshman Singh Rathod|लक्ष्मणसिंह राठौड़
Gajendra Singh Shekhawat|गजेन्द्र सिंह शेखावत
Gajender Singh Shekhawat|Gajendra Singh Shekhawat
Mahendra Singh Chouhan|महेन्द्र सिंह चौहान
Mahender Singh Chauhan|महेंद्र सिंह चौहान
Hari Om Choudhary|हरिओम चौधरी
Hariom Chaudhary|हरि ओम चौधरी
Kailash Chand Saini|कैलाश चन्द सैनी
Kailash Chandra Saini|कैलाश चंद सैनी
Prem Prakash Prajapat|प्रेमप्रकाश प्रजापत
Om Prakash Bishnoi|ओमप्रकाश विश्नोई
Omprakash Vishnoi|ओम प्रकाश बिश्नोई
R. K. Sharma|Ramesh Kumar Sharma
R.K. Meena|राजेश कुमार मीणा
Smt. Kamla Devi|कमला देवी
श्रीमती गीता बाई|Gita Bai
Dr. Anil Kumar Jain|अनिल कुमार जैन
Kumari Pooja Verma|पूजा वर्मा
Puja Varma|पूजा वर्मा
Sunil Kumar S/o Ram Lal|सुनील कुमार
Mukesh Kumar S/O Shri Bheru Lal|मुकेश कुमार पुत्र भेरूलाल
मांगीलाल पुत्र श्री हीरालाल|Mangi Lal
Shanti Devi W/o Ram Swaroop|शान्ति देवी पत्नी रामस्वरूप
Santosh Devi Meghwal|संतोष देवी मेघवाल
Meghwal Santosh Devi|Santosh Devi Meghwal
Kumawat Dinesh|दिनेश कुमावत
Dinesh Kumavat|Dinesh Kumawat
Rajender Kumar Bairwa|राजेन्द्र कुमार बैरवा
Rajendra Berwa|राजेन्द्र बैरवा
Radheshyam Regar|राधेश्याम रैगर
Radhe Shyam Raigar|राधे श्याम रेगर
Babulal Khatik|बाबू लाल खटीक
Babu Lal Khateek|Babulal Khatik
Ghanshyam Vaishnav|घनश्याम वैष्णव
Ghan Shyam Vaishnaw|घनश्याम वैष्णव
Jagdish Prasad Sharma|जगदीश प्रसाद शर्मा
Jagdeesh Sharma|Jagdish Prasad Sharma
Gopal Lal Dhakad|गोपाल लाल धाकड़
Gopal Dhaker|गोपाल धाकड़
Nathu Lal Dangi|नाथूलाल डांगी
Nathulal Dangi|नाथू लाल डाँगी
Devi Lal Damor|देवीलाल डामोर
Kalu Ram Bheel|कालूराम भील
Kaluram Bhil|कालू राम भील
Somi Bai Garasia|सोमी बाई गरासिया
Somi Garasiya|सोमी गरासिया
Ramesh Ninama|रमेश निनामा
Laxmi Kharadi|लक्ष्मी खराड़ी
Lakshmi Kharari|लक्ष्मी खराड़ी
Harpreet Kaur|हरप्रीत कौर
Harprit Kaur|हरप्रीत कौर
Gurmeet Singh Gill|गुरमीत सिंह गिल
Gurmit Singh|गुरमीत सिंह
Balwinder Singh|बलविन्दर सिंह
Jaswant Singh Dhillon|जसवंत सिंह ढिल्लों
Abdul Rehman Qureshi|अब्दुल रहमान कुरैशी
Abdul Rahman Kureshi|अब्दुल रहमान कुरेशी
Shabnam Bano|शबनम बानो
Shabnam Banu|शबनम बानो
Rukhsana Begum|रुखसाना बेगम
Rukshana Begam|रुख़साना बेगम
Farooq Ahmed Sheikh|फारूक अहमद शेख
Faruk Ahmad Shaikh|फ़ारूक़ अहमद शेख़
Zakir Hussain|जाकिर हुसैन
Jakir Husain|ज़ाकिर हुसैन
Iqbal Mohammad|इकबाल मोहम्मद
Ikbal Mohd|इक़बाल मोहम्मद
Aarti Jangid|आरती जांगिड़
Arti Jangir|आरती जांगिड
Bhagwan Sahay Yogi|भगवान सहाय योगी
Bhagvan Sahai Yogi|भगवान सहाय योगी
Deepak Soni|दीपक सोनी
Dipak Soni|दीपक सोनी
Jitendra Vyas|जितेन्द्र व्यास
Jeetendra Vyas|जितेंद्र व्यास
Bhupendra Purohit|भूपेन्द्र पुरोहित
Bhupender Purohit|भूपेंद्र पुरोहित
Yogesh Joshi|योगेश जोशी
Sheela Pareek|शीला पारीक
Shila Parik|शीला पारीक
Savita Kanwar|सविता कंवर
Sawita Kunwar|सविता कँवर
Uma Shankar Tiwari|उमाशंकर तिवारी
Umashanker Tiwari|उमा शंकर तिवाड़ी
Chandra Prakash Mali|चन्द्रप्रकाश माली
Chander Prakash Mali|चंद्र प्रकाश माली
Hemlata Sen|हेमलता सेन
Hem Lata Sain|हेमलता सैन
Krishna Kumari|कृष्णा कुमारी
Krishan Kumar Yadav|कृष्ण कुमार यादव
Kishan Lal Teli|किशनलाल तेली
Giriraj Prasad Mahawar|गिर्राज प्रसाद महावर
Girraj Mahawar|गिर्राज महावर
Bhairu Lal Banjara|भैरूलाल बंजारा
Bheru Lal Banjara|भैरूं लाल बंजारा
Bajrang Lal Swami|बजरंग लाल स्वामी
Bajranglal Swami|बजरंगलाल स्वामी
Phool Chand Kumhar|फूलचंद कुम्हार
Ful Chand Kumhar|फूलचन्द कुम्हार
Jhabar Mal Dhaka|झाबर मल ढाका
Jhabarmal Dhaka|झाबरमल ढाका
Tej Pal Singh Bhati|तेजपाल सिंह भाटी
Tejpal Singh Bhatti|तेजपालसिंह भाटी
Manish Khandelwal|मनीष खण्डेलवाल
Maneesh Khandelwal|मनीष खंडेलवाल
Nisha Maheshwari|निशा माहेश्वरी
Neesha Maheswari|निशा माहेश्वरी
Vikas Goyal|विकास गोयल
Bikash Goyal|विकास गोयल
Ashok Kumar|अशोक कुमार
Ashok Kumar Meghwanshi|अशोक मेघवंशी
Poonam Chand Lohar|पूनमचंद लौहार
Punam Chand Lohar|पूनमचन्द लोहार
Sharwan Kumar Godara|श्रवण कुमार गोदारा
Shravan Kumar Godara|श्रवण कुमार गोदारा
Dharmendra Kumar Nayak|धर्मेन्द्र कुमार नायक
Dharmender Nayak|धर्मेन्द्र कुमार नायक
Mamta Rajpurohit|ममता राजपुरोहित
RAMAVTAR SHARMA|रामावतार शर्मा
Ram Avtar Sharma|रामअवतार शर्मा
Ramawtar Sharma|Ramavatar Sharma
Satya Narayan Kumawat|सत्यनारायण कुमावत
Satyanarain Kumawat|सत्य नारायण कुमावत
`,
  other: `
Ramesh Kumar Meena|Rakesh Kumar Meena
Ramesh Meena|राकेश मीणा
Sunil Sharma|Sushil Sharma
सुनील शर्मा|सुशील शर्मा
Sita Devi|Gita Devi
सीता देवी|Geeta Devi
Mohan Lal Jat|Sohan Lal Jat
मोहनलाल जाट|सोहनलाल जाट
महेश कुमार सैनी|मुकेश कुमार सैनी
Mahesh Saini|Mukesh Saini
Suresh Gurjar|Ramesh Gurjar
Suresh Gurjar|नरेश गुर्जर
Dinesh Bairwa|Ganesh Bairwa
Ganesh Lal|Dinesh Lal
Rajesh Yadav|Brajesh Yadav
Rajesh Sharma|Rajendra Sharma
राजेश वर्मा|राजेन्द्र वर्मा
Anil Jain|Sunil Jain
अनिल जैन|सुनील जैन
Kamal Kumar Soni|Kamla Soni
कमल सोनी|विमल सोनी
Vimla Devi|Kamla Devi
विमला देवी|निर्मला देवी
Nirmala Meena|Urmila Meena
उर्मिला शर्मा|शर्मिला शर्मा
Sharmila Bai|Urmila Bai
Ramesh Meena|Ramesh Gurjar
रमेश मीणा|Ramesh Jat
Suresh Sharma|Suresh Verma
Sunita Sharma|सुनीता वर्मा
Pooja Saini|पूजा सोनी
Pooja Jain|पूजा सैन
Mukesh Kumar Meena|Mukesh Kumar Mehta
Kailash Mali|Kailash Balai
Ram Lal|Shyam Lal
Ram Singh|Ram Lal Gurjar
Hari Ram|Hari Singh Yadav
Heera Lal Mali|Moti Lal Mali
हीरालाल माली|मोतीलाल माली
Panna Lal|Pyare Lal
Kishan Lal|Bishan Lal
किशन सिंह|बिशन सिंह
Madan Lal|Chhagan Lal
Madan Lal|Magan Lal
मदन लाल|मगन लाल
Chhagan Lal|Magan Lal
Jagan Lal|Chhagan Lal
Ratan Singh|Chatan Singh
Ratan Lal|Madan Lal
Nathu Ram|Nanu Ram
कालू राम|लालू राम
Kalu Ram Bhil|Bhalu Ram Bhil
Bhanwar Singh|Kanwar Singh
भंवर सिंह|कुंवर सिंह
Gopal Singh|Bhopal Singh
गोपाल सिंह|भोपाल सिंह
Jaipal Singh|Tejpal Singh
Satpal Singh|Jaspal Singh
Harpal Singh|Satpal Singh
Gurmeet Singh|Harmeet Singh
गुरमीत कौर|मनमीत कौर
Manpreet Kaur|Harpreet Kaur
Jaswinder Kaur|Balwinder Kaur
Kuldeep Singh|Hardeep Singh
Kuldeep Singh|Pradeep Singh
संदीप यादव|प्रदीप यादव
Sandeep Yadav|Mandeep Yadav
Deepak Soni|Deepika Soni
Dipak Joshi|Dilip Joshi
दीपक जोशी|दिलीप जोशी
Salim Khan|Saleem Ansari
Salim Khan|Kalim Khan
सलीम खान|शमीम खान
Shamim Bano|Nasim Bano
Mohd Salim|Mohd Karim
मोहम्मद इरफान|मोहम्मद इमरान
Irfan Khan|Imran Khan
Mohammad Yusuf|Mohammad Yunus
Abdul Rahman|Abdul Rahim
अब्दुल रहमान|अब्दुल रहीम
Abdul Karim|Abdul Hakim
Rukhsana Bano|Farzana Bano
Shabnam Bano|Shabana Bano
शबाना बेगम|शहनाज बेगम
Zakir Hussain|Shakir Hussain
जाकिर हुसैन|साबिर हुसैन
Nasir Ahmed|Nazim Ahmed
Laxmi Devi|Lalita Devi
लक्ष्मी देवी|लाली देवी
Santosh Devi|Shanti Devi
संतोष देवी|संतरा देवी
Sushila Meghwal|Sheela Meghwal
Sunita Kanwar|Vinita Kanwar
सुनीता|अनीता
Anita Sharma|Vanita Sharma
कविता शर्मा|सविता शर्मा
Kavita Jain|Babita Jain
Rekha Sharma|Rakhi Sharma
रेखा कुमावत|राखी कुमावत
Manju Devi|Anju Devi
मंजू देवी|संजू देवी
Sanju Meena|Manju Meena
Sanjay Meena|Vijay Meena
अजय सिंह|विजय सिंह
Ajay Singh|Abhay Singh
Vikas Goyal|Vikram Goyal
Vikas Sharma|Vishal Sharma
Prakash Mali|Prahlad Mali
Ashok Kumar|Alok Kumar
अशोक जैन|आलोक जैन
Bheru Lal|Meru Lal
Devi Lal|Deva Ram
देवीलाल|देवाराम
Som Prakash|Om Prakash
Jai Prakash Meena|Om Prakash Meena
ओम प्रकाश|वेद प्रकाश
Mahaveer Prasad|Raghuveer Prasad
Mahavir Singh|Balveer Singh
Bhagirath Jat|Bhagchand Jat
Tara Chand|Kheta Ram
Ramkishan Meena|Ramkumar Meena
Ramkishan Meena|Ramkaran Meena
Ramswaroop Jat|Ramniwas Jat
रामनिवास|रामविलास
Gajendra Singh|Rajendra Singh
Narendra Singh|Surendra Singh
नरेन्द्र सिंह|वीरेन्द्र सिंह
Jitendra Vyas|Mitendra Vyas
Hitesh Patel|Ritesh Patel
Hitesh Patel|Jitesh Patel
Mahendra Kumar|Manendra Kumar
Damor Ramesh|Damor Suresh
Pargi Nathu|Pargi Navla
Ninama Kamla|Ninama Vimla
`,
});
