termCard("guanliaozhuyi",{"term":"官僚主义","pinyin":"guān liáo zhǔ yì","kind":"问题表述","met":"见于 2 件文件，2 处","url":"glossary/guanliaozhuyi.html","unexplained":"所收文件未作解释"});
