termCard("jiaoguodemo",{"term":"吃别人嚼过的馍没味道","pinyin":"chī bié rén jiáo guò de mó méi wèi dào","kind":"比喻说法","met":"见于 1 件文件，1 处","url":"glossary/jiaoguodemo.html","unexplained":"所收文件未作解释"});
