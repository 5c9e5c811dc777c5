termCard("hanlaihanwang",{"term":"函来函往","pinyin":"hán lái hán wǎng","kind":"比喻说法","met":"见于 2 件文件，2 处","url":"glossary/hanlaihanwang.html","unexplained":"所收文件未作解释"});
