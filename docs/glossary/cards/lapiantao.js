termCard("lapiantao",{"term":"拉偏套、使偏劲","pinyin":"lā piān tào shǐ piān jìn","kind":"问题表述","met":"见于 1 件文件，1 处","url":"glossary/lapiantao.html","unexplained":"所收文件未作解释"});
