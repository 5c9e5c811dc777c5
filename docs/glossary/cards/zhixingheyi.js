termCard("zhixingheyi",{"term":"知行合一","pinyin":"zhī xíng hé yī","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/zhixingheyi.html","unexplained":"所收文件未作解释"});
