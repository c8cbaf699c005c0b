"""English first names and what their bearers are called: Robert may be greeted as Bob, and sign so."""

from __future__ import annotations

import re

# A name and its short forms; a line end, or two spaces, stands before the next.
TABLE = """
abigail abby gail  albert al bert  alexander alex alec sandy sasha  alexandra alex sandra sasha
alfred alf fred  alison ali  amanda mandy  andrew andy drew  angela angie  anthony tony  antonia toni
archibald archie  barbara barb babs  beatrice bea  benjamin ben benny  bernard bernie  bradley brad
catherine cathy kate katie kitty  charles charlie chuck chas  charlotte charlie lottie
christina chris tina  christine chris chrissie  christopher chris kit  cynthia cindy  daniel dan danny
david dave davey  deborah deb debbie  dominic dom  donald don donnie  dorothy dot dottie  douglas doug
edward ed eddie ted ned  edwin ed  eleanor ellie nell  elizabeth liz lizzie beth betty eliza libby
emily em  eugene gene  florence flo  frances fran frankie  francis frank  franklin frank
frederick fred freddie  gabriel gabe  geoffrey geoff  gerald gerry jerry  gillian gill jill  gregory greg
harold harry hal  harriet hattie  helen nell  henry harry hank  isabel izzy  isabella izzy bella
jacob jake  jacqueline jackie  james jim jimmy jamie  janet jan  jeffrey jeff  jennifer jen jenny
jeremy jerry jez  jessica jess  joanna jo  joanne jo  john jack johnny  jonathan jon jonny
joseph joe joey  josephine jo  joshua josh  judith judy  julian jules
katherine kathy kate katie kat kitty  kathleen kathy kate katie  kathryn kathy kate katie
kenneth ken kenny  kimberly kim  laurence larry laurie  lawrence larry laurie  leonard len lenny leo
louis lou  louise lou  madeleine maddie  madeline maddie  margaret maggie meg peg peggy  martin marty
matilda tilly  matthew matt  maximilian max  megan meg  melanie mel  melissa mel  michael mike mick
michelle shelly  natalie nat  nathan nat nate  nathaniel nat nate  nicholas nick nicky  nicola nicky
nicole nicky  oliver ollie  olivia liv  pamela pam  patricia pat patty tricia trish  patrick pat paddy
penelope penny  peter pete  philip phil pip  phillip phil  philippa pippa pip  rachel rae  raymond ray
rebecca becky becca  reginald reg reggie  richard rich rick dick ricky  robert rob bob bobby robbie
roderick rod  rodney rod  ronald ron ronnie  rosemary rose rosie  russell russ  samantha sam
samuel sam sammy  sarah sally  sebastian seb  sidney sid  simon si  stanley stan  stephanie steph
stephen steve stevie  steven steve stevie  stewart stew  stuart stu  susan sue susie suzy  suzanne sue
terence terry  teresa terry tess  theodore ted theo  theresa terry tess  thomas tom tommy  timothy tim
tobias toby  valerie val  vanessa nessa  veronica ronnie  victor vic  victoria vicky tori  vincent vince
virginia ginny  walter walt wally  wilfred wilf fred  william will bill billy liam  winifred win winnie
zachary zach zak
"""
NAMES = tuple(frozenset(row.split()) for row in re.split(r"\n| {2,}", TABLE.strip()))


def forms_of(name: str) -> frozenset[str]:
    """Return what a first name may be called instead, in small letters: its short forms, or the whole.

    >>> sorted(forms_of("Bob")), sorted(forms_of("Dana"))
    (['bobby', 'rob', 'robbie', 'robert'], [])
    """
    word = name.casefold()
    return frozenset().union(*(names for names in NAMES if word in names)) - {word}
