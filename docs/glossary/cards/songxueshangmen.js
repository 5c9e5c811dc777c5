termCard("songxueshangmen",{"term":"送学上门","pinyin":"sòng xué shàng mén","kind":"活动与制度","met":"见于 1 件文件，1 处","url":"glossary/songxueshangmen.html","unexplained":"所收文件未作解释"});
