import { readPairs } from './name-pairs.ts';

/**
 * नमूना / Sample: names put together by hand, no real person. A second held-out set, written before it was scored and
 * after the first had been seen. Scored first: precision 1.0, 89.7 % in match, 96.9 % in match or look; then two
 * faults that it showed were mended (Pokar Ram, Siddhu), so that it is a regression test now. `same`: two ways in which clerks write one person. `other`: two persons.
 */
export const secondHeldOutPairs = readPairs({
  same: `
Hemraj Meena|हेमराज मीणा
Hem Raj Mina|हेमराज मीणा
Bhanwari Bai|भंवरी बाई
Jagmal Singh Inda|जगमाल सिंह इन्दा
Jagmaal Singh Inda|जगमालसिंह ईंदा
Kishor Kumar Chhaba|किशोर कुमार छाबा
Onkar Lal Dhobi|ओंकार लाल धोबी
Omkar Lal Dhobi|ओंकारलाल धोबी
Prabhu Lal Gameti|प्रभुलाल गमेती
Prabhulal Gameti|प्रभु लाल गमेती
Amra Ram Gharasiya|अमराराम गरासिया
Bhika Ram Bhambu|भीखाराम भांबू
Bhikha Ram Bhambhu|भीखा राम भाम्भू
Pokar Ram Jakhar|पोकरराम जाखड़
Pokhar Ram Jakhad|पोकर राम जाखड़
Likhma Ram Nain|लिखमाराम नैण
Hetram Saran|हेतराम सहारण
Het Ram Saharan|हेतराम सहारण
Dalchand Kushwah|डालचंद कुशवाह
Dal Chand Kushwaha|डालचन्द कुशवाहा
Ramsahay Koli|रामसहाय कोली
Ram Sahai Kolee|राम सहाय कोली
Bodu Ram Nitharwal|बोदूराम नीठारवाल
Moti Lal Bolia|मोतीलाल बोलिया
Moteelal Boliya|मोती लाल बोलिया
Usman Gani|उस्मान गनी
Osman Ghani|उस्मान ग़नी
Rizwan Ahmad|रिजवान अहमद
Rijvan Ahmed|रिज़वान अहमद
Liyakat Ali|लियाकत अली
Liaqat Ali|लियाक़त अली
Mumtaz Begum|मुमताज बेगम
Mumtaj Begam|मुमताज़ बेगम
Khurshid Alam|खुर्शीद आलम
Khursheed Aalam|ख़ुर्शीद आलम
Sayra Bano|सायरा बानो
Saira Banu|सायरा बानो
Mehboob Ali|महबूब अली
Mahbub Ali|महबूब अली
Tahir Shaikh|ताहिर शेख
Mohd. Umar Fakir|मोहम्मद उमर फकीर
Muhammad Umar|मो. उमर
Harjinder Singh Sidhu|हरजिंदर सिंह सिद्धू
Harjindar Singh Siddhu|हरजिन्दर सिंह सिद्धू
Kulwinder Kaur|कुलविंदर कौर
Kulvinder Kaur|कुलविन्दर कौर
Surjeet Singh Mann|सुरजीत सिंह मान
Ranjit Kaur|रणजीत कौर
Antim Bala Jain|अन्तिम बाला जैन
Vardhman Chhajer|वर्धमान छाजेड़
Vardhaman Chhajed|वर्धमान छाजेड़
Padam Chand Surana|पदमचंद सुराणा
Padamchand Surana|पदम चन्द सुराना
Mithalal Chopra|मीठालाल चोपड़ा
Mitha Lal Chopda|मीठा लाल चोपड़ा
Kushal Singh Jodha|कुशाल सिंह जोधा
Kusal Singh Jodha|कुशलसिंह जोधा
Chain Singh Sisodiya|चैन सिंह सिसोदिया
Chensingh Sisodia|चैनसिंह सिसोदिया
Bheem Singh Jhala|भीम सिंह झाला
Bhim Singh Jhala|भीमसिंह झाला
Chandan Kanwar|चन्दन कँवर
Chandan Kunwar|चंदन कंवर
Pratap Singh Hada|प्रताप सिंह हाड़ा
Pratapsingh Hara|प्रतापसिंह हाड़ा
Sumer Singh Naruka|सुमेर सिंह नरूका
Girdhar Gopal Dave|गिरधर गोपाल दवे
Girdhargopal Dave|गिरधरगोपाल दवे
Ambika Prasad Upadhyay|अम्बिका प्रसाद उपाध्याय
Ambika Upadhyaya|अंबिका प्रसाद उपाध्याय
Nand Kishore Pancholi|नन्द किशोर पंचोली
Nandkishor Pancholi|नंदकिशोर पंचोली
Jwala Prasad Gautam|ज्वाला प्रसाद गौतम
Jvala Prasad Goutam|ज्वालाप्रसाद गौतम
Shiv Charan Dube|शिवचरण दुबे
Shivcharan Dubey|शिव चरण दुबे
Dwarka Prasad Bansal|द्वारका प्रसाद बंसल
Dwarika Prasad Bansal|द्वारकाप्रसाद बंसल
Bharat Bhushan Mittal|भरत भूषण मित्तल
Bharatbhushan Mittal|भारत भूषण मित्तल
Anju Kumari Pahadia|अंजू कुमारी पहाड़िया
Anju Pahariya|अंजू पहाड़िया
Chhotu Ram Bawari|छोटूराम बावरी
Chotu Ram Bavri|छोटू राम बावरी
Ramji Lal Kanjar|रामजीलाल कंजर
Ramjilal Kanjar|रामजी लाल कंजर
G. S. Naruka|Gopal Singh Naruka
M.L. Balai|मदन लाल बलाई
एस. एन. व्यास|Satya Narayan Vyas
Shri Satyendra Dhaybhai|सत्येन्द्र धायभाई
Late Sh. Udaram Jat|उदाराम जाट
डॉ. सुधीर भण्डारी|Sudhir Bhandari
Sudheer Bhandari S/o Manak Lal|सुधीर भंडारी
Pinki Devi W/o Ram Avtar|पिंकी देवी
Pinkee Devi|पिंकी देवी पत्नी श्री रामअवतार
Rawat Devendra|देवेन्द्र रावत
Devender Rawat|देवेंद्र रावत
`,
  other: `
Hemraj Meena|Hansraj Meena
Devendra Rawat|Jogendra Rawat
देवेन्द्र रावत|योगेन्द्र रावत
Sudhir Bhandari|Sunil Bhandari
सुधीर भंडारी|सुबोध भंडारी
Sita Meena|Sitaram Meena
गंगा देवी|गंगाराम
Hira Devi|Heera Lal
Krishna Kumar|Krishna Kumari
Bhanwar Lal Bairwa|Bhanwari Bairwa
Mohan Regar|Mohini Regar
Gopal Das|Gopi Das
Madhu Sharma|Sadhu Sharma
Bala Ram Jat|Bhala Ram Jat
दाना राम|धन्ना राम
Amra Ram|Umra Ram
Uda Ram|Sada Ram
Bhika Ram Jakhar|Chuka Ram Jakhar
Pema Ram|Khema Ram
पेमाराम|नेमाराम
Naina Ram|Maina Devi
Tiku Ram|Biku Ram
Hetram Saran|Chetram Saran
हेतराम|नेतराम
Kheta Ram Jat|Kheta Ram Mali
Jagmal Singh|Jaimal Singh
जगमाल सिंह|जयमल सिंह
Fateh Singh|Zorawar Singh
Bhim Singh|Prem Singh
भीम सिंह|खीम सिंह
Khem Singh|Prem Singh
Sumer Singh|Kumer Singh
Kalyan Singh|Kailash Singh
Pratap Singh|Prabhat Singh
प्रताप सिंह|प्रभात सिंह
Chain Singh|Jain Singh
Udai Singh|Jai Singh
Man Singh|Ran Singh
Vijay Singh|Vinay Singh
विजय शर्मा|विनय शर्मा
Vinay Jain|Vineet Jain
Rohit Sharma|Mohit Sharma
रोहित गुप्ता|मोहित गुप्ता
Amit Jain|Sumit Jain
अमित सोनी|सुमित सोनी
Ankit Goyal|Ankur Goyal
Lokesh Sharma|Lokendra Sharma
Mukul Jain|Nakul Jain
नकुल शर्मा|मुकुल शर्मा
Tarun Saini|Varun Saini
तरुण|अरुण
Arun Mathur|Varun Mathur
Kiran Devi|Karan Devi
Kiran Sharma|Chiran Sharma
Neelam Soni|Poonam Soni
पूनम जाट|नीलम जाट
Sapna Jain|Swapnil Jain
Rachna Sharma|Archana Sharma
अर्चना|रचना
Vandana Joshi|Sadhana Joshi
Seema Devi|Reema Devi
सीमा देवी|हेमा देवी
Hema Devi|Prema Devi
Ganga Devi|Jamna Devi
गंगा|यमुना
Bhuri Devi|Dhuri Devi
Dhapu Devi|Dakhu Devi
Kali Devi|Lali Devi
Champa Bai|Chandra Bai
Dhanni Devi|Manni Devi
Sajjan Kanwar|Rajan Kanwar
Usman Gani|Suleman Gani
Rizwan Ahmad|Irfan Ahmad
रिजवान|इमरान
Farhan Ali|Farman Ali
Nasir Khan|Yasir Khan
नासिर हुसैन|ताहिर हुसैन
Tahir Khan|Zahir Khan
Umar Khan|Amar Khan
Anwar Khan|Sarwar Khan
Akbar Ali|Asgar Ali
अकबर खान|असगर खान
Saira Bano|Haira Bano
Mumtaz Bano|Shahnaz Bano
Abdul Gani|Abdul Rauf
Mohd Umar|Mohd Anwar
Iqbal Khan|Ikram Khan
Kulwinder Kaur|Sukhwinder Kaur
Surjeet Singh|Gurjeet Singh
सुरजीत सिंह|दलजीत सिंह
Harjinder Singh|Harvinder Singh
Ranjit Singh|Randhir Singh
Jagtar Singh|Avtar Singh
Nand Kishore|Raj Kishore
नंदकिशोर|जुगलकिशोर
Shiv Charan|Ram Charan
Dwarka Prasad|Dwarka Das Bansal
Moti Lal Bolia|Moti Lal Bohra
मदन लाल बलाई|मदन लाल बंजारा
M.L. Balai|Kanhaiya Lal Balai
Padam Chand Surana|Padam Chand Kothari
Anju Pahadia|Anju Parmar
Prabhu Lal Gameti|Prabhu Lal Garasia
Ramdev Koli|Ramdev Balai
Hukmi Chand|Nemi Chand
Rooplal Kalal|Roshan Kalal
Bhoma Ram|Bhola Ram
भोलाराम|भोमाराम
Kana Ram|Kala Ram
कानाराम|कालाराम
Gopi Lal|Goma Lal
`,
});
