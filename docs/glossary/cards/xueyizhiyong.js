termCard("xueyizhiyong",{"term":"学以致用、用以促学","pinyin":"xué yǐ zhì yòng yòng yǐ cù xué","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/xueyizhiyong.html","unexplained":"所收文件未作解释"});
