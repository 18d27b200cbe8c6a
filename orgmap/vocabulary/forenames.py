"""Forenames as they are written in Britain and Ireland: which are forms of one another, which are not."""

from __future__ import annotations

_FORMS = """
abigail abbie abby abi gail
abraham abe bram
adrian ade
agnes aggie nessie
alan allan allen alun al
albert bert bertie al
alexander alex alec alick alistair alastair alasdair sandy xander sasha
alexandra alex alexa sandra sandy sasha lexi
alfred alf alfie fred
alice ali
alison allison ali allie
amanda mandy
amelia amy millie milly
andrea andie
andrew andy drew andreas
angela angie ange
ann anne anna annie nan nancy hannah
annabel annabelle bella
anthony antony tony ant
antonia toni
arthur art
barbara babs barb
barnaby barney
barry barrie baz
beatrice beatrix bea trixie
belinda bel lindy
benedict ben
benjamin ben benji benny
bernadette bernie
bernard bernie
bethany beth
brian bryan
bridget bridie biddy
caitlin katelyn
cameron cam
carol carole caroline carolyn caz
cassandra cass cassie
catherine katherine katharine kathryn catharine cathryn kathleen cathy kathy cath kath kate katie katy kat kitty kay kit
cecilia cecily cissie
charles charlie chas chuck
charlotte charlie lottie lotte
christina christine chris chrissie tina kristina
christopher chris kit topher kris
clara clare claire clair
clifford cliff
clive cliff
constance connie
cornelius con neil
cynthia cindy
daniel dan danny
danielle dani
david dave davey davie dai
deborah debra debora debbie debby deb debs
denis dennis den
denise denny
derek derrick deric del
desmond des
diana diane dianne di
dominic dominick dom
donald don donny
dorothy dot dottie dolly dora thea
douglas doug dougie
duncan dunc
edith edie
edmund ed eddie ned ted
edward ed eddie ned ted teddy eddy
edwin ed eddie
eileen aileen
eleanor elinor ellie nell nelly nora ellen helen
elizabeth elisabeth liz lizzie lizzy beth betty bettie betsy bess eliza elsie libby lisa lilibet
emily em emmy millie
emma em emmy
eric erik
ernest ernie
esther hester
eugene gene
evelyn eve evie
florence flo florrie flora
frances fran francesca frankie fanny
francis frank frankie fran
franklin frank
frederick frederic fred freddie freddy
gabriel gabe
gabrielle gaby gabby
gareth gary garry gaz
gaynor gay
geoffrey jeffrey geoff jeff
george georgie geordie
georgina georgia georgie gina
gerald gerry jerry ged
gerard gerry ged
geraldine gerry
gertrude gertie trudy
gillian jillian gill jill gilly jilly
glenys glen
gordon gordie
graham graeme grahame
gregory greg
gwendoline gwen gwendolyn gwenda
hannah ann anna
harold harry hal
harriet hattie harriett
harrison harry
hayley hailey
heather heath
helen helena ellen nell lena
henrietta etta hetty
henry harry hal
herbert bert herb
hilary hillary hils
howard howie
hubert bert
hugh huw hughie
humphrey humph
iain ian
imogen immy
irene rene
isabel isabelle isobel isabella bella izzy issy
jacob jake
jacqueline jackie jacqui jacky jacquie
james jim jimmy jamie jimbo jem
jane janey janie
janet jan
janice jan
jason jase
jean jeannie jeanie jeanette
jennifer jenny jen jennie jenni
jeremy jeremiah jerry jez jem
jessica jess jessie
joan joanie
joanne joanna jo joann
jocelyn joss
john jon johnny jack jonny ian sean shaun ioan
jonathan jonathon jon johnny jonny
joseph joe joey
josephine jo josie jose
joshua josh
joyce joy
judith judy judi jude
julia julie jules
julian jules
juliet juliette jules
karen karin kaz
keith keef
kenneth ken kenny
kevin kev
kimberley kimberly kim
kirsten kirsty kirstie kirstin
kristin kristen kris
laura laurie lauren
lawrence laurence larry laurie lol
leanne lee
leonard len lenny leo
leslie les
lesley les
lewis louis lou louie
lilian lillian lily lil
linda lynda lyn lynn lynne lin
lindsay lindsey linsey
louise lou louisa
lucy lucinda lucie
lynette lyn
madeleine madeline maddie maddy
malcolm mal malc
marcus mark marc
margaret maggie peggy peg meg megan marge margie margot greta daisy rita mags
maria marie mary moira maura mia ria
marilyn lyn
marjorie marge margery
mark marc
martin martyn marty
martha marty
mary molly polly may mamie
matilda tilly tilda
matthew mathew matt matty
maureen mo maura
maurice morris mo
maxwell max
maximilian max
melanie mel
melissa mel lissa
meredith merry
michael mike mick micky mickey mikey micheal
michelle michele shell chelle
mildred millie
miles myles
millicent millie
miranda mandy
miriam mim mirry
mohammed muhammad mohammad mohamed muhammed mo
montgomery monty
morgan mo
nathaniel nathan nat nate
nathan nat nate
natalie nat natasha
neil neal niall
nicholas nicolas nick nicky nico
nicola nicky nikki nicole niki
nigel nige
noel noelle
norman norm
olive ollie
oliver ollie olly
olivia liv livvy
oswald oz ozzie
pamela pam pammie
patricia pat patsy patty tricia trish
patrick pat paddy padraig
paul paulo
pauline polly
penelope penny pen
percival percy
peter pete petros
petra pet
philip phillip phil pip
philippa phillipa pippa pip
phyllis phil phyl
priscilla cilla
prudence pru
rachel rachael rach
ralph rafe
raymond ray
rebecca becky becca rebekah
reginald reg reggie
richard dick rick ricky rich richie dickie
robert rob bob bobby robbie bert bertie
roberta bobbie
roderick rod roddy rory
rodney rod
roger rodger rog
roland rowland rollo
ronald ron ronnie
rosemary rose rosie
rosalind ros roz
rosamund ros roz
rupert rup
russell russ
ruth ruthie
samantha sam sammy
samuel sam sammy
sandra sandy
sarah sara sally sadie
sebastian seb bas
sharon shaz shaza
sean shaun shawn
sheila shelagh shiela sheelagh
shirley shirl
sidney sydney sid syd
simon si
sophia sophie sofia
stanley stan
stephanie steph stephie
stephen steven steve stevie stephan
stuart stewart stu
susan susanne suzanne susannah susanna sue susie suzie suzy sukie
sylvia silvia syl
tamsin tamzin tam
terence terrence terry tel
teresa theresa terry tess tessa
thelma thel
theodore theo ted teddy
thomas tom tommy
timothy tim timmy
tracy tracey trace
trevor trev
ursula ursie
valerie val
vanessa ness nessa
vaughan vaughn
vera vee
veronica ronnie vron
victor vic
victoria vicky vicki vickie tori viki
vincent vince vinny
violet vi
virginia ginny
vivian vivien vivienne viv
walter wally wal walt
wayne wayney
wendy wend
wilfred wilf
william will bill billy willie liam wil wills gwilym
winifred win winnie freda
yvonne evonne
zachary zac zak
zoe zoey
"""

_ALONE = """
adam aidan ailsa alana amir angus anil anita anwar april asif audrey austin beryl blanche bob boris brenda brendan bruce
bryn carl carla carmen ceri chloe clement colin connor craig cyril damian darren dawn dean debra dee delia dermot dilys
dina donna doreen doris dylan edna eira elaine eli ella elin elliot elsa elwyn emlyn emrys enid enrique erica erin eryl estelle
ethel euan eva evan ewan faith farah fatima felicity felix fergus fiona flora freya gail gemma gavin geraint ghulam gina gladys
glen glenda glyn grace grant guy gwyn haider hamish hari harvey hassan hazel hector heidi hope hugo hussein hywel ida imran
ingrid iris irfan ismail ivan ivor ivy jade jacinta jasmine jay jasper jeanne jenna jill joan jodie jody joel jordan joy jude
june justin kamal karl karla kara kay kayleigh keira kelly ken kerry khalid kieran kirk kyle lance leah lee leila leon liam
lloyd lois lola lorna lorraine louis luke lydia lyn mabel maeve magda malik mandy marcia marian marina marion marlene martina
marvin maud mavis maya megan mehmet melvin meera mia michaela mina mohan moira mona monica morag morwenna muriel myra myrtle
nadia naomi nancy nasreen neela nell neville nia nina nora norma olga oscar osman owen pandora patience paula pearl perry
petra philomena piers poppy pradeep priya quentin ravi raj rajesh ranjit reena reza rhian rhiannon rhona rhys rita robin robyn
rory rosa ross rowan roy ruby ryan saeed salim sally salma sanjay scott selina serena shane shannon sharif shaun shona sian
sidra simone sinead sonia spencer stella sunil suresh tanya tariq tara tegan thea tina toby todd tracy trudy una usha valentina
vera vernon vijay viola vikram wanda warren wendell wesley yasmin yusuf yvette zara zainab zena
"""

FORENAME_FORMS: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split()) for line in _FORMS.split("\n") if line
)
"""Forenames with their short forms and other spellings: any two in one set may be one person's."""

FORENAMES: frozenset[str] = frozenset(_ALONE.split()).union(*FORENAME_FORMS)
"""Forenames that are known, so that Jean is not taken for a slip for Joan."""

SURNAME_TWINS: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "green greene", "clark clarke", "brown browne", "read reade reed reid", "thompson thomson", "davies davis", "stevens stephens",
        "stevenson stephenson", "allan allen", "johnson johnston johnstone", "phillips philips", "matthews mathews", "harris harries",
        "smith smyth smythe", "moore moor more", "cook cooke", "howe how", "lee leigh lea", "white whyte", "grey gray", "taylor tayler",
        "turner turnor", "parker barker", "ward wood", "hill hall hull", "bell ball bull", "martin marten", "marsh march", "lane laine",
        "jenkins jenkinson", "watts watt", "hart harte hurt", "wells walls", "webb web", "rogers rodgers", "nicholls nichols nicolls",
        "nicholson nicolson", "bailey baily bayley", "barnes barns", "burns byrne", "carr kerr", "coles cole", "day dey", "dixon dickson",
        "elliot elliott eliot", "evans evens", "fisher fischer", "fox foxe", "francis frances", "frost forst", "gibbs gibb", "griffith griffiths",
        "hughes hughs", "jones johns", "kelly kelley", "king kings", "knight night", "marshall marshal", "miller millar", "morris norris",
        "page paige", "palmer parmer", "pearce pierce peirce", "perry parry", "porter potter", "price pryce rice", "roberts robert",
        "robertson robinson robison", "rose ross", "saunders sanders", "shaw show", "simmons simmonds", "simpson simson", "stone stowe",
        "stewart stuart steward", "tomlinson tomlin", "walker waller", "walters waters", "watson wason", "williams williamson", "willis wills",
        "wilson willson", "wright right", "wyatt wyat", "young younge",
    )
)  # fmt: skip
"""Surnames so common in nearly the same spelling that a letter more or less is no slip."""
