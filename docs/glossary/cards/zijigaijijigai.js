termCard("zijigaijijigai",{"term":"自己改、积极改、联动改","pinyin":"zì jǐ gǎi jī jí gǎi lián dòng gǎi","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/zijigaijijigai.html","unexplained":"所收文件未作解释"});
