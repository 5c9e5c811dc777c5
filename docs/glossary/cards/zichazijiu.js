termCard("zichazijiu",{"term":"自查自纠","pinyin":"zì chá zì jiū","kind":"活动与制度","met":"见于 1 件文件，1 处","url":"glossary/zichazijiu.html","unexplained":"所收文件未作解释"});
