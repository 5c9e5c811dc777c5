termCard("xingdadao",{"term":"行大道、行公道、行正道","pinyin":"xíng dà dào xíng gōng dào xíng zhèng dào","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/xingdadao.html","unexplained":"所收文件未作解释"});
