termCard("woshishei",{"term":"我是谁、为了谁、依靠谁","pinyin":"wǒ shì shéi wèi le shéi yī kào shéi","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/woshishei.html","unexplained":"所收文件未作解释"});
