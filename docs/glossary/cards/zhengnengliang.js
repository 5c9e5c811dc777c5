termCard("zhengnengliang",{"term":"正能量","pinyin":"zhèng néng liàng","kind":"比喻说法","met":"见于 2 件文件，2 处","url":"glossary/zhengnengliang.html","unexplained":"所收文件未作解释"});
