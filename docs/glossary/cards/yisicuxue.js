termCard("yisicuxue",{"term":"以思促学、以考促学","pinyin":"yǐ sī cù xué yǐ kǎo cù xué","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/yisicuxue.html","unexplained":"所收文件未作解释"});
