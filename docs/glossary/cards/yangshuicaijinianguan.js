termCard("yangshuicaijinianguan",{"term":"杨水才纪念馆","pinyin":"yáng shuǐ cái jì niàn guǎn","kind":"地名","met":"见于 1 件文件，1 处","url":"glossary/yangshuicaijinianguan.html","unexplained":"所收文件未作解释"});
