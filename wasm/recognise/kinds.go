package recognise

// FileKind is the kind of a file by its content.
type FileKind string

// Kinds of files. Kinds of data packs have the names of the packs.
const (
	Archive    FileKind = "archive" // a zip of appeals for the portal
	Zero       FileKind = "zero"    // a zero report, in its zip or bare
	Entries    FileKind = "entries" // JSON of appeals without a zip
	Backup     FileKind = "backup"
	Handover   FileKind = "handover"
	Covered    FileKind = "covered" // an age file: its content is unknown without the passphrase
	Pack       FileKind = "pack"    // several data packs in one file
	Classifier FileKind = "classifier"
	Bodies     FileKind = "bodies"
	Calendar   FileKind = "calendar"
	Format     FileKind = "format"
	XLSX       FileKind = "xlsx" // XLSM too
	XLSB       FileKind = "xlsb"
	XLS        FileKind = "xls" // BIFF, with or without its container
	ODS        FileKind = "ods"
	HTML       FileKind = "html"
	XML2003    FileKind = "xml2003" // «Таблица XML 2003»
	Table      FileKind = "table"   // text: CSV, TSV
	Numbers    FileKind = "numbers" // Apple Numbers
	Sealed     FileKind = "sealed"  // an Office document with a password
	Program    FileKind = "program" // this page itself
	MHTML      FileKind = "mhtml"
	RTF        FileKind = "rtf"
	DOCX       FileKind = "docx"
	DOC        FileKind = "doc"
	ODT        FileKind = "odt"
	Slides     FileKind = "slides"
	PDF        FileKind = "pdf"
	Picture    FileKind = "picture"
	Letter     FileKind = "letter" // saved by a mail program
	ZIP        FileKind = "zip"    // without any JSON
	LockedZIP  FileKind = "lockedZip"
	CutZIP     FileKind = "cutZip" // its directory is missing
	RAR        FileKind = "rar"
	SevenZip   FileKind = "7z"
	GZIP       FileKind = "gzip" // and other single-file compressors
	Cabinet    FileKind = "cab"
	Executable FileKind = "exe"
	Shortcut   FileKind = "shortcut"
	Database   FileKind = "database"
	Media      FileKind = "media"
	JSON       FileKind = "json" // any other JSON
	XML        FileKind = "xml"
	Text       FileKind = "text"
	Empty      FileKind = "empty"
	Blank      FileKind = "blank"    // only zero bytes
	LockFile   FileKind = "lockFile" // «~$…», which Office creates while a document is open
	Unknown    FileKind = "unknown"
)

// FilePlace is the part of the program that opens a file.
type FilePlace string

// Places.
const (
	Nowhere  FilePlace = ""
	Opening  FilePlace = "archive" // «Открыть архив РРО»
	Tables   FilePlace = "table"
	Restore  FilePlace = "restore"
	Merge    FilePlace = "merge"
	Packs    FilePlace = "packs"
	Password FilePlace = "password" // asks for the passphrase first
)

// FileKindInfo has the Russian texts for a kind of file.
type FileKindInfo struct {
	Kind   FileKind  `json:"kind"`
	Is     string    `json:"is"`     // what the file is: a whole sentence
	Place  FilePlace `json:"place"`  // which part opens it
	Offer  string    `json:"offer"`  // asks whether it should; "" where Place is Nowhere
	Button string    `json:"button"` // label of the button that opens it
	Remedy string    `json:"remedy"` // what to do with a file that no part opens
}

const (
	asXLSX = "Откройте его в той программе, где он создан, и сохраните как «Книга Excel (*.xlsx)» или «CSV», затем " +
		"выберите этот файл."
	unpack  = "Распакуйте его и выберите файл, который лежит внутри."
	noTable = "Если в нём таблица, скопируйте её в Excel или другой табличный редактор и сохраните как «Книга Excel " +
		"(*.xlsx)»."
	again   = "Скопируйте или скачайте его заново."
	another = "Выберите другой файл."
)

// Kinds lists all kinds of files with their texts.
var Kinds = []FileKindInfo{
	{Archive, "Это архив РРО.", Opening, "Открыть его?", "Открыть архив", ""},
	{Zero, "Это нулевой отчёт.", Opening, "Открыть его?", "Открыть нулевой отчёт", ""},
	{Entries, "Это записи обращений в виде JSON, без архива ZIP.", Opening, "Открыть их?", "Открыть записи", ""},
	{Backup, "Это резервная копия.", Restore, "Восстановить?", "Восстановить", ""},
	{Handover, "Это файл передачи от коллеги.", Merge, "Объединить с реестром?", "Объединить", ""},
	{Covered, "Это файл под паролем.", Password, "Ввести пароль?", "Ввести пароль", ""},
	{Pack, "Это пакет справочников.", Packs, "Загрузить справочники?", "К загрузке справочников", ""},
	{Classifier, "Это классификатор.", Packs, "Загрузить его в «Справочники»?", "К загрузке классификатора", ""},
	{Bodies, "Это справочник органов.", Packs, "Загрузить его в «Справочники»?", "К загрузке органов", ""},
	{Calendar, "Это календарь рабочих дней.", Packs, "Загрузить его в «Справочники»?", "К загрузке календаря", ""},
	{Format, "Это профиль формата.", Packs, "Загрузить его в «Справочники»?", "К загрузке профиля формата", ""},
	{XLSX, "Это книга Excel.", Tables, "Загрузить таблицу обращений?", "Загрузить таблицу", ""},
	{XLSB, "Это двоичная книга Excel (*.xlsb).", Tables, "Загрузить таблицу обращений?", "Загрузить таблицу", ""},
	{XLS, "Это книга Excel прежнего вида (*.xls).", Tables, "Загрузить таблицу обращений?", "Загрузить таблицу", ""},
	{ODS, "Это таблица ODS (LibreOffice, МойОфис, Р7).", Tables, "Загрузить таблицу обращений?", "Загрузить таблицу",
		""},
	{HTML, "Это веб-страница.", Tables, "Загрузить таблицу из неё?", "Загрузить таблицу", ""},
	{XML2003, "Это «Таблица XML 2003».", Tables, "Загрузить таблицу обращений?", "Загрузить таблицу", ""},
	{Table, "Это текстовая таблица.", Tables, "Загрузить таблицу обращений?", "Загрузить таблицу", ""},
	{Numbers, "Это таблица Numbers или документ Pages.", Nowhere, "", "", asXLSX},
	{Sealed, "Это документ Office под паролем.", Nowhere, "", "",
		"Откройте его, снимите пароль и сохраните как «Книга Excel (*.xlsx)»."},
	{Program, "Это сама программа РРО-форма.", Nowhere, "", "", "Данных в её файле нет: они лежат в браузере. Чтобы " +
		"перенести их, создайте на прежнем месте резервную копию."},
	{MHTML, "Это веб-страница одним файлом (MHTML).", Nowhere, "", "", asXLSX},
	{RTF, "Это документ RTF.", Nowhere, "", "", noTable},
	{DOCX, "Это документ Word.", Nowhere, "", "", noTable},
	{DOC, "Это документ Word прежнего вида (*.doc).", Nowhere, "", "", noTable},
	{ODT, "Это текстовый документ ODT.", Nowhere, "", "", noTable},
	{Slides, "Это презентация.", Nowhere, "", "", another},
	{PDF, "Это документ PDF.", Nowhere, "", "",
		"Таблицу из PDF программа не читает: попросите её в виде «Книга Excel (*.xlsx)»."},
	{Picture, "Это изображение.", Nowhere, "", "",
		"Текст с изображения программа не читает: попросите сам файл таблицы или архива."},
	{Letter, "Это письмо почтовой программы.", Nowhere, "", "",
		"Откройте его в почте, сохраните вложение на диск и выберите сохранённый файл."},
	{ZIP, "Это архив ZIP, но записей РРО в нём нет.", Nowhere, "", "", unpack},
	{LockedZIP, "Это архив ZIP под паролем.", Nowhere, "", "", "Распакуйте его той программой, которой он создан, и " +
		"выберите файл, который лежит внутри. Если его создала ЛАРМ, сформируйте архив заново без шифрования."},
	{CutZIP, "Это начало архива ZIP: конца у файла нет, он скопирован не полностью.", Nowhere, "", "", again},
	{RAR, "Это архив RAR.", Nowhere, "", "", unpack},
	{SevenZip, "Это архив 7-Zip.", Nowhere, "", "", unpack},
	{GZIP, "Это сжатый файл (GZIP, BZIP2, XZ или TAR).", Nowhere, "", "", unpack},
	{Cabinet, "Это архив CAB или ARJ.", Nowhere, "", "", unpack},
	{Executable, "Это программа, а не данные.", Nowhere, "", "", another},
	{Shortcut, "Это ярлык, а не сам файл.", Nowhere, "", "", "Выберите файл, на который он указывает."},
	{Database, "Это база данных.", Nowhere, "", "", "Выгрузите из неё таблицу как «Книга Excel (*.xlsx)» или «CSV»."},
	{Media, "Это звукозапись или видео.", Nowhere, "", "", another},
	{JSON, "Это текст JSON, но обращений в нём нет.", Nowhere, "", "", another},
	{XML, "Это файл XML, но ни таблицы, ни справочника в нём нет.", Nowhere, "", "", another},
	{Text, "Это обычный текст.", Nowhere, "", "", noTable},
	{Empty, "Файл пуст.", Nowhere, "", "", "Возможно, он не докачан или не записан до конца. " + again},
	{Blank, "В файле нет данных: он состоит из одних нулей, так бывает после сбоя при копировании.", Nowhere, "", "",
		again},
	{LockFile, "Это служебный файл, который Office создаёт, пока документ открыт.", Nowhere, "", "",
		"Выберите сам документ: его имя без знаков «~$» в начале."},
	{Unknown, "Вид файла не известен.", Nowhere, "", "", "Программа открывает архивы РРО, таблицы, резервные копии, " +
		"файлы передачи и справочники. Проверьте, тот ли файл выбран."},
}

// InfoOf returns the row of a kind.
func InfoOf(kind FileKind) FileKindInfo {
	for _, row := range Kinds {
		if row.Kind == kind {
			return row
		}
	}
	return InfoOf(Unknown)
}
