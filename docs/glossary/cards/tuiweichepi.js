termCard("tuiweichepi",{"term":"推诿扯皮","pinyin":"tuī wěi chě pí","kind":"问题表述","met":"见于 2 件文件，3 处","url":"glossary/tuiweichepi.html","unexplained":"所收文件未作解释"});
