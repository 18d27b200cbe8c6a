"""Forenames that are common in lists of members: they tell a person from an organisation."""

from __future__ import annotations

import unicodedata

from orgmap.read.splitting.words import words

_FORENAMES = words(
    """
    aaron abdul abdullah abigail adam adele adrian agnes ahmed aidan aileen ailsa aisha alan alasdair
    alastair albert alec aled alex alexander alexandra alexis ali alice alicia alisdair alison alistair
    allan allison alun alwyn alyson amanda amber amelia amin amir amit amy anas andrea andreas andrew
    andy aneurin angela angharad angus anil anita anjali ann anna annabel anne annette annie anthony
    antonia antony anwen archie arfon arthur arun asha ashley audrey ayesha aysha barbara barry beatrice
    becky belinda ben benedict benjamin bernadette bernard beryl beth bethan betty beverley bharat bill
    billy blair bob bobby brenda brendan brian bridget bronwen bruce bryan bryn callum calum camilla
    cara carl carla carol carole caroline carolyn carwyn catherine cathy catriona cecilia ceri charles
    charlie charlotte cheryl chloe chris christina christine christopher ciara claire clara clare clive
    colette colin connor craig cynthia dafydd daisy damian dan daniel danielle danny daphne darren dave
    david dawn dean debbie deborah debra deirdre delyth denis denise dennis derek desmond dewi diana
    diane dianne dilys dominic donald donna doreen doris dorothy doug douglas duncan eddie edith edmund
    eduardo edward edwin eileen eilidh elaine eleanor elin elisabeth elizabeth ella ellen ellie elsie
    elspeth emily emlyn emma emyr eric erica ernest esther ethel euan eva evan evelyn ewan fatima faye
    felicity fergus ffion fiona frances francesca francis frank fraser fred freda frederick gail gareth
    gary gavin gaynor gemma geoff geoffrey george georgia georgina geraint gerald gerard gerry giles
    gillian gina glenn glenys glyn gordon graeme graham grant greg gregory greta guy gwen gwenda gwyn
    gwyneth haidar hamish hamza hannah harjit harold harriet harry haydn hazel heather hector heidi
    helen helena henry herbert hilary holly howard hugh humphrey huw hywel iain ian ibrahim idris ieuan
    imran ingrid ioan iolo irene iris isabel isabella isla isobel ivan ivor jack jackie jacob jacqueline
    jacqui jagdeep jaime jake james jamie jan jane janet janette janice jasmine jason jay jayne jean
    jeanette jeff jeffrey jen jennie jennifer jenny jeremy jerry jess jessica jill jim jimmy jo joan
    joanna joanne jocelyn jodie joe joel john johnny jon jonathan jordan joseph josephine josh joshua
    joy joyce jude judith judy julia julian julie juliet june justin justine kamal karen karl kate
    katherine kathleen kathryn kathy katie katrina kay keith kelly ken kenneth kerry kevin khalid kieran
    kim kirsten kirsty kumar kyle lata laura lauren laurence lawrence leanne lee len leo leon leonard
    leroy lesley leslie lewis liam lian lilian lily linda lindsay lindsey lisa liz lloyd lorna lorraine
    louis louisa louise lucia lucinda lucy luke lydia lyn lynda lynn lynne lynsey maggie mahmood mairi
    malcolm mandy manjit marc marcus margaret maria marian marianne marie marilyn marina marion marjorie
    mark marlene martha martin martyn mary matt matthew maureen maurice mavis max maxine meena megan
    mehmet melanie melissa mererid mhairi michael michele michelle mick mike mildred miles millie
    miranda miriam mohammad mohammed moira molly mona monica morag moya muhammad muriel mustafa myra
    nadia nancy naomi natalie natasha nathan neal neil nerys nesta nia niall nicholas nick nicky nicola
    nicole nigel nisha noel nora noreen norma norman nuala olga olive oliver olivia omar orla oscar
    osman oswald owain owen paddy pam pamela pat patrice patricia patrick paul paula pauline peggy
    penelope penny percy pete peter petra phil philip philippa phillip phoebe phyllis piers piotr polly
    priya rachael rachel raj rajesh ralph ray raymond rebecca reg reginald rhian rhiannon rhodri rhona
    rhys richard rick ricky rita rob robert roberta robin rod roderick rodney roger roland ron ronald
    rory rosalind rosamund rose rosemary rosie ross rowan roy rupert russell ruth ryan sadia saira sajid
    sally sam samantha samina samuel sandra sanjay sarah scott seamus sean sebastian shabana shane
    sharon sheena sheila shelley shirley sian simon siobhan sophia sophie stacey stan stella stephanie
    stephen steve steven stewart stuart sue sunil sunita surinder susan susanna susannah suzanne sybil
    sylvia tamsin tania tanya tara tariq ted terence teresa terry tessa thelma theo theresa therese
    thomas tim timothy tina toby todd tom tomasz tommy toni tony tracey tracy trevor trudy tudor una
    ursula usha valerie vanessa vaughan vera vernon veronica vicki vicky victor vijay vikram vincent viv
    vivian vivien vivienne walter wanda warren wayne wendy wilfred will william winifred winston yasmin
    yusuf yvonne zahid zainab zara zoe
    """
)
"""Forenames in their normal form, without those that are as often a place, a firm or an everyday word."""


def is_forename(word: str) -> bool:
    """Tell whether a word in its normal form is a common forename, with its accents or without."""
    if word in _FORENAMES:
        return True
    if word.isascii():
        return False
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode() in _FORENAMES
