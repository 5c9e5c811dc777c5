termCard("zhengjigongcheng",{"term":"政绩工程","pinyin":"zhèng jì gōng chéng","kind":"问题表述","met":"见于 2 件文件，2 处","url":"glossary/zhengjigongcheng.html","unexplained":"所收文件未作解释"});
