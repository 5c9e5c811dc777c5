termCard("shangxialiandong",{"term":"上下联动","pinyin":"shàng xià lián dòng","kind":"提法口号","met":"见于 1 件文件，2 处","url":"glossary/shangxialiandong.html","unexplained":"所收文件未作解释"});
