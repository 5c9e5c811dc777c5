termCard("yishangdaixia",{"term":"以上带下、以下促上","pinyin":"yǐ shàng dài xià yǐ xià cù shàng","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/yishangdaixia.html","unexplained":"所收文件未作解释"});
