termCard("kaimennajian",{"term":"开门纳谏","pinyin":"kāi mén nà jiàn","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/kaimennajian.html","unexplained":"所收文件未作解释"});
