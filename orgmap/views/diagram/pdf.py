"""The PDF of Graphviz laid on a page of A4 that knows its title, its subject and its language."""

from __future__ import annotations

import html
from io import BytesIO

from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import BooleanObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from orgmap.views.diagram.page import MARGIN, page_size, scale_on_a4

LANGUAGE = "en-GB"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def titled_pdf(drawn: bytes, title: str, description: str) -> bytes:
    """Return one page of A4 with the drawing fitted on it, and title, subject and language in the file."""
    drawing = PdfReader(BytesIO(drawn)).pages[0]
    width, height = float(drawing.mediabox.width), float(drawing.mediabox.height)
    scale = scale_on_a4(width, height)
    across, up = page_size(width, height)
    writer = PdfWriter()
    page = writer.add_blank_page(across, up)
    move = Transformation().scale(scale).translate((across - scale * width) / 2, up - MARGIN - scale * height)
    page.merge_transformed_page(drawing, move)
    _describe(writer, title, description)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _describe(writer: PdfWriter, title: str, description: str) -> None:
    writer.add_metadata({"/Title": title, "/Subject": description, "/Producer": "orgmap"})
    packet = DecodedStreamObject()
    said = _XMP.format(title=html.escape(title), subject=html.escape(description), language=LANGUAGE)
    packet.set_data(said.encode("utf-8"))
    packet.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})  # noqa: FBT003 - the PDF type
    writer.root_object.update(
        {
            NameObject("/Lang"): TextStringObject(LANGUAGE),
            NameObject("/ViewerPreferences"): shown,
            NameObject("/Metadata"): writer._add_object(packet),  # noqa: SLF001 - pypdf has no public way
        }
    )
