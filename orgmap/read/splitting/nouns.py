"""The words of which names of posts, of organisations and of people are made."""

from __future__ import annotations

from orgmap.read.splitting.words import phrases, words
from orgmap.vocabulary import BODY_WORDS, ORGANISATION_WORDS, POST_NOMINALS, POST_WORDS

POSTS = POST_WORDS | words(
    """
    rep constable inspector sergeant mayor sheriff gp nurse surgeon matron bishop archdeacon vicar
    rector minister engineer planner analyst accountant solicitor lawyer teacher headteacher
    headmaster headmistress trustee governor councillor warden magistrate representative worker
    organiser chair chairperson convener president tutor lecturer professor volunteer owner ceo
    registrar provost controller auditor architect surveyor inspectorate dph dcs pcc cfo coo dass acc
    dcc practitioner pharmacist dentist midwife ambassador champion specialist planners auditors
    lieutenant directors managers officers leaders apprentice ambassadors
    """
)
"""Words that the name of a post has."""
POST_LETTERS = words(
    """
    GP CEO CE DPH MD CFO COO DCS DASS PCC ACC DCC HR FD NED AD PA CX
    """
)
"""Letters that stand for a post."""
HEAD_POSTS = phrases(
    """
    leader; deputy leader; chief executive; deputy chief executive; assistant chief executive; chief
    executive officer; ceo; chair; chairman; chairwoman; chairperson; vice chair; vice chairman;
    deputy chair; president; chief constable; deputy chief constable; assistant chief constable; chief
    officer; chief fire officer; director; managing director; executive director; deputy director;
    assistant director; manager; general manager; principal; vice principal; deputy principal; vice
    chancellor; mayor; deputy mayor; secretary; treasurer; trustee; governor; non executive director;
    councillor; clerk; town clerk; portfolio holder; cabinet member; leader of the opposition; member
    """
)
"""Posts that head an organisation or sit on its board, and so may be named with it."""
STRONG_ORGANISATION_WORDS = words(
    """
    council police constabulary nhs trust pct ccg icb university college academy ltd limited plc llp
    cic cvs hospital jobcentre cc bc dc mbc rbc borough agency association federation authority
    foundation company chamber union diocese housing society charity healthwatch probation ambulance
    """
)
"""Words that make a name an organisation's, whatever else is in it."""
UNMISTAKABLE = STRONG_ORGANISATION_WORDS - {"housing", "chamber", "foundation"}
"""Words that make a name without a mark in it an organisation's and nobody's."""
_MORE_ORGANISATION_WORDS = words(
    """
    fire rescue health care hub homes team centre center bureau advice citizens group groups industry
    industries business businesses transport buses rail railway airport port water energy gas
    electricity environment children youth age concern mind relate community communities voluntary
    volunteering sector residents tenants parish holdings solicitors partners consulting consultants
    systems solutions enterprise enterprises retail hotel theatre museum library libraries surgery
    practice clinic pharmacy project projects scheme institute commission ministry division
    directorate government assembly parliament secretariat barracks army navy raf regiment prison hmp
    court courts bank insurance nursery primary secondary infant junior grammar comprehensive campus
    farm farms estates gardens works studio studios press media news radio television broadcasting
    supermarket stores shop brothers sons mosque synagogue temple gurdwara churches together cathedral
    chapel ministries mission ward wards constituency region regional national public social education
    learning skills training sport sports leisure culture arts heritage tourism planning economy
    economic development regeneration safety crime justice drugs alcohol mental disability women men
    girls boys young elderly people family families food green local united british english scottish
    welsh royal great new international global colleges schools councils trusts universities hospitals
    charities agencies companies authorities associations forums partnerships boards committees pupils
    users carers landlords
    """
)
ORGANISATIONS = ORGANISATION_WORDS | BODY_WORDS | STRONG_ORGANISATION_WORDS | _MORE_ORGANISATION_WORDS
"""Words that the name of an organisation or a body may have, and a person's has not."""
NAMED_LIKE_PEOPLE = phrases(
    """
    john lewis; laura ashley; ernest jones; marie curie; sue ryder; thomas cook; john laing; philip
    morris; john menzies; ann summers; rolls royce; age concern; help the aged; marks and spencer; bed
    and breakfast; mr kipling; james paget; katharine house; victim support; andrew simons; harvey
    nichols; morgan sindall; grant thornton; ernst young; stagecoach; southern water; shaw trust;
    nelson trust
    """
)
"""Organisations whose names read as a person's."""
DEPARTMENTS = phrases(
    """
    childrens services; children's services; adult services; adult social care; adult care; adults;
    social services; social care; public health; housing; housing services; environmental health;
    community safety; finance; legal services; planning; human resources; education; youth services;
    environment; communities; corporate services; resources; leisure; culture; regeneration; economic
    development; children and young people; community services; policy; strategy; operations; primary
    care; mental health; commissioning; children and families; place; people; transformation;
    governance
    """
)
"""Departments, which stand after a post and belong to it."""
DEPARTMENT_WORDS = frozenset(word for name in DEPARTMENTS for word in name.split()) | words(
    "and environmental sustainability transport"
)
"""Words of which the names of departments are made."""
SMALL_WORDS = words(
    """
    the of for and or to in at with by on from as an via per is are was st saint our all other others
    vs not no yes
    """
)
"""Everyday words, of which a person's name has none."""
SURNAMES_TOO = words(
    """
    church park town chamber chambers bishop dean constable major general marshall clerk house hall
    field wood hill lane young ward banks rivers bank farm temple chapel green shepherd steward cook
    baker mason sheriff warden provost minister christian lead head chief street west east north south
    day may march english welsh scott royal new great duke prior abbott pope priest vicar deacon
    rector president gardens waters governor
    """
)
"""Words that are also surnames: with a title or a known forename they are read so."""
PARTICLES = words(
    """
    de da do dos das del della di la le lo du des van von der den ter ten bin bint ibn al el ap ab
    ferch y mac mc
    """
)
"""Small words inside a person's name."""
NOMINALS = POST_NOMINALS | words(
    """
    dcl frs frsa frse fcipd mcipd dso dsc mc gm mbbs mbchb frcpch ffph fphm rgn rn dip hons pgce cqsw
    am ms tsb fca aca dphil jr jnr junior snr sr senior ii iii
    """
)
"""Letters after a name."""
MORE_TITLES = words(
    """
    county district borough city town parish community executive co cc prebendary ven venerable very
    mgr monsignor
    """
)
"""Words that stand before "Councillor" as a part of the title."""
