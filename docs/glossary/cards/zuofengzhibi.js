termCard("zuofengzhibi",{"term":"作风之弊、行为之垢","pinyin":"zuò fēng zhī bì xíng wéi zhī gòu","kind":"比喻说法","met":"见于 2 件文件，2 处","url":"glossary/zuofengzhibi.html","unexplained":"所收文件未作解释"});
