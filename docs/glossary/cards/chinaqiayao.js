termCard("chinaqiayao",{"term":"吃拿卡要","pinyin":"chī ná qiǎ yào","kind":"问题表述","met":"见于 2 件文件，3 处","url":"glossary/chinaqiayao.html","unexplained":"所收文件未作解释"});
