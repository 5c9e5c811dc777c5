termCard("leifengjingshen",{"term":"雷锋精神","pinyin":"léi fēng jīng shén","kind":"人物与精神","met":"见于 1 件文件，1 处","url":"glossary/leifengjingshen.html","unexplained":"所收文件未作解释"});
