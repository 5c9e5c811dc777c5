termCard("buzuowei",{"term":"不作为、慢作为","pinyin":"bù zuò wéi màn zuò wéi","kind":"问题表述","met":"见于 1 件文件，2 处","url":"glossary/buzuowei.html","unexplained":"所收文件未作解释"});
