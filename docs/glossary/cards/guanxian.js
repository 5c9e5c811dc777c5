termCard("guanxian",{"term":"关系案、人情案、金钱案","pinyin":"guān xì àn rén qíng àn jīn qián àn","kind":"问题表述","met":"见于 1 件文件，1 处","url":"glossary/guanxian.html","unexplained":"所收文件未作解释"});
