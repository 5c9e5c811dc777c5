termCard("yananjingshen",{"term":"延安精神","pinyin":"yán ān jīng shén","kind":"人物与精神","met":"见于 1 件文件，1 处","url":"glossary/yananjingshen.html","unexplained":"所收文件未作解释"});
