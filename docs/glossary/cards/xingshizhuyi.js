termCard("xingshizhuyi",{"term":"形式主义","pinyin":"xíng shì zhǔ yì","kind":"问题表述","met":"见于 2 件文件，3 处","url":"glossary/xingshizhuyi.html","unexplained":"所收文件未作解释"});
