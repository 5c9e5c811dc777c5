termCard("sangongjingfei",{"term":"“三公”经费","pinyin":"sān gōng jīng fèi","kind":"数字概括","met":"见于 1 件文件，2 处","url":"glossary/sangongjingfei.html","unexplained":"所收文件未作解释"});
