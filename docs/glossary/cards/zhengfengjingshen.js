termCard("zhengfengjingshen",{"term":"整风精神","pinyin":"zhěng fēng jīng shén","kind":"提法口号","met":"见于 2 件文件，3 处","url":"glossary/zhengfengjingshen.html","unexplained":"所收文件未作解释"});
