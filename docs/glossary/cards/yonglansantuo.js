termCard("yonglansantuo",{"term":"庸懒散拖","pinyin":"yōng lǎn sǎn tuō","kind":"问题表述","met":"见于 2 件文件，3 处","url":"glossary/yonglansantuo.html","unexplained":"所收文件未作解释"});
