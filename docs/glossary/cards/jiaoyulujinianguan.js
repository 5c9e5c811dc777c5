termCard("jiaoyulujinianguan",{"term":"焦裕禄纪念馆","pinyin":"jiāo yù lù jì niàn guǎn","kind":"地名","met":"见于 1 件文件，1 处","url":"glossary/jiaoyulujinianguan.html","unexplained":"所收文件未作解释"});
