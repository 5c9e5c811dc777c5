termCard("xingxianggongcheng",{"term":"形象工程","pinyin":"xíng xiàng gōng chéng","kind":"问题表述","met":"见于 2 件文件，2 处","url":"glossary/xingxianggongcheng.html","unexplained":"所收文件未作解释"});
