termCard("baxiangguiding",{"term":"八项规定","pinyin":"bā xiàng guī dìng","kind":"文件","met":"见于 3 件文件，3 处","url":"glossary/baxiangguiding.html","unexplained":"所收文件未作解释"});
