termCard("loutangguansuo",{"term":"楼堂馆所","pinyin":"lóu táng guǎn suǒ","kind":"问题表述","met":"见于 1 件文件，1 处","url":"glossary/loutangguansuo.html","unexplained":"所收文件未作解释"});
