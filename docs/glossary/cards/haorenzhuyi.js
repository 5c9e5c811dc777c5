termCard("haorenzhuyi",{"term":"好人主义","pinyin":"hǎo rén zhǔ yì","kind":"问题表述","met":"见于 1 件文件，1 处","url":"glossary/haorenzhuyi.html","unexplained":"所收文件未作解释"});
