termCard("dianyingjiaoyulu",{"term":"电影《焦裕禄》","pinyin":"diàn yǐng jiāo yù lù","kind":"文件","met":"见于 3 件文件，3 处","url":"glossary/dianyingjiaoyulu.html","unexplained":"所收文件未作解释"});
