termCard("wentidaoxiang",{"term":"问题导向","pinyin":"wèn tí dǎo xiàng","kind":"提法口号","met":"见于 3 件文件，3 处","url":"glossary/wentidaoxiang.html","unexplained":"所收文件未作解释"});
