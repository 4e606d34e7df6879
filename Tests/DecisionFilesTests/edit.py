"""Fills the tables of findings as staff do, in a running LibreOffice: edit.py PIPE IN OUT [IN OUT]...

Row i (from 0) gets the i-th of six decisions; the day is a date cell, a text or absent; rows are turned upside down and ids that
look like numbers become numbers, as office programs do.
"""
import datetime
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

VERBS = ["属实", "不属实", "交办", "已整改", "暂缓", "撤销意见"]
CSV = "44,34,76,1,,0,false,true,false"


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.25)
    sys.exit("no LibreOffice")


def number(text):
    try:
        value = float(text)
    except (TypeError, ValueError):
        return text
    return value if value < 1e300 else text


def edit(document):
    sheet = document.Sheets.getByIndex(0)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress.EndRow
    area = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, last)
    rows = [list(row) for row in area.DataArray]
    head = rows[0]
    verb, why, who, day, scope = (head.index(word) for word in ["处理意见", "理由", "办理人", "期限", "适用范围"])
    serial = (datetime.date(2019, 3, 1) - datetime.date(1899, 12, 30)).days
    for i, row in enumerate(rows[1:]):
        row[verb], row[why], row[who] = VERBS[i % 6], f"理由{i}，“核实”", " 张三"
        row[day] = float(serial) if i % 3 == 0 else "2019年3月1日" if i % 3 == 1 else ""
        row[scope] = "同类文字" if i % 5 == 0 else ""
        row[0] = number(row[0])
    area.DataArray = tuple(map(tuple, [head] + rows[:0:-1]))
    locale = uno.createUnoStruct("com.sun.star.lang.Locale")
    formats = document.NumberFormats
    key = formats.queryKey("YYYY/M/D", locale, False)
    if key == -1:
        key = formats.addNew("YYYY/M/D", locale)
    for i, row in enumerate(rows[:0:-1]):
        if isinstance(row[day], float):
            sheet.getCellByPosition(day, i + 1).NumberFormat = key


def main():
    office = desktop(sys.argv[1])
    for source, target in zip(sys.argv[2::2], sys.argv[3::2]):
        is_csv = source.endswith(".csv")
        load = [prop("Hidden", True)]
        save = [prop("FilterName", "Calc MS Excel 2007 XML")]
        if is_csv:
            load += [prop("FilterName", "Text - txt - csv (StarCalc)"), prop("FilterOptions", CSV)]
            save = [prop("FilterName", "Text - txt - csv (StarCalc)"), prop("FilterOptions", "44,34,76,1,,0,false,true")]
        document = office.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, tuple(load))
        edit(document)
        document.storeToURL(uno.systemPathToFileUrl(target), tuple(save))
        document.close(True)
    office.terminate()


main()
