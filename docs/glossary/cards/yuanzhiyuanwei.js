termCard("yuanzhiyuanwei",{"term":"原汁原味","pinyin":"yuán zhī yuán wèi","kind":"比喻说法","met":"见于 1 件文件，1 处","url":"glossary/yuanzhiyuanwei.html","unexplained":"所收文件未作解释"});
