termCard("shuzhigaoge",{"term":"不推不动、束之高阁","pinyin":"bù tuī bù dòng shù zhī gāo gé","kind":"问题表述","met":"见于 1 件文件，1 处","url":"glossary/shuzhigaoge.html","unexplained":"所收文件未作解释"});
