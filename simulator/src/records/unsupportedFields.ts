import { notSupported } from '../kernel/errors';
import type { RecordData } from './data';
import type { RecordDefinition } from './definition';

/** Fields that NetSuite has by its Records Browser and the simulator has not, by record type or `type.sublist`. */
const FIELDS: Readonly<Record<string, string>> = {
  account: `accttype2 billableexpensesacct cashflowrate category1099misc deferralacct openingbalance
    restricttoaccountingbook trandate unit unitstype`,
  classification: ``,
  currency: `currencyformatsample symbolplacement`,
  contact: `category contactsource globalsubscriptionstatus image otherrelationships unsubscribe`,
  creditmemo: `althandlingcost altshippingcost balance billisresidential bulkprocsubmission consolidatebalance couponcode
    deferredrevenue entitynexus entitytaxregnum estgrossprofit estgrossprofitpercent handlingcost handlingtax1rate
    handlingtaxcode ismultishipto leadsource messagesel muccpromocodeinstance nexus partner promocode
    promocodepluginimpl recognizedrevenue revenuestatus revreconrevcommitment salesgroup shipisresidential
    shipmethod shipoverride shippingcost shippingcostoverridden shippingtax1rate shippingtaxcode subsidiarytaxregnum
    syncpartnerteams syncsalesteams taxdetailsoverride taxpointdate taxpointdateoverride taxregoverride
    totalcostestimate tranisvsoebundle unbilledorders vsoeautocalc`,
  customer: `accessrole alcoholrecipienttype assignedwebsite billingschedule billingtransactionform billingtransactiontype
    billpay buyingreason buyingtimeframe campaigncategory category clickstream consolbalance consoldaysoverdue
    consoldepositbalance consoloverduebalance consolunbilledorders contact creditholdoverride currencyprecision
    customform daysoverdue defaultallocationstrategy defaultbankaccount defaultorderpriority defaulttaxreg
    depositbalance draccount estimatedbudget firstvisit fxaccount giveaccess globalsubscriptionstatus image
    isbudgetapproved isjob keywords lastpagevisited lastvisit leadsource monthlyclosing negativenumberformat
    numberformat openingbalance openingbalanceaccount openingbalancedate partner password password2 phoneticname
    prefccprocessor referrer reminderdays salesgroup salesreadiness sendemail shipcomplete shippingcarrier
    shippingitem sourcewebsite strength syncpartnerteams syncsalesteams taxexempt taxfractionunit taxrounding
    territory thirdpartyacct thirdpartycarrier thirdpartycountry thirdpartyzipcode unbilledorders unsubscribe visits
    weblead`,
  customerdeposit: `allowemptycards authcode ccapproved ccavsstreetmatch ccavszipmatch ccexpiredate cchold ccholdetails cciavsmatch
    ccispurchasecardbin ccname ccnumber ccprocessoraccount ccsecuritycode ccsecuritycodematch ccstreet cczipcode
    chargeit checknumber cleared cleareddate creditcard creditcardprocessor customercode debitcardissueno
    dynamicdescriptor entitynexus handlingmode ignoreavs ignorecsc inputauthcode inputpnrefnum inputreferencecode
    ispurchasecard isrecurringpayment nexus outputauthcode outputreferencecode overridehold overrideholdchecked
    paymentcardcsc paymenteventdate paymenteventholdreason paymenteventpurchasedatasent paymenteventresult
    paymenteventtype paymenteventupdatedby paymentoperation paymentoption paymentprocessingprofile pnrefnum
    salesorder salesorderrequireddepositdue softdescriptor threedstatuscode validfrom`,
  customerpayment: `allowemptycards authcode ccapproved ccavsstreetmatch ccavszipmatch ccexpiredate cchold ccholdetails cciavsmatch
    ccispurchasecardbin ccname ccnumber ccprocessoraccount ccsecuritycode ccsecuritycodematch ccstreet cczipcode
    chargeit checknumber cleared cleareddate consolidatebalance creditcard creditcardprocessor customercode
    debitcardissueno dynamicdescriptor entitynexus handlingmode ignoreavs ignorecsc inputauthcode inputpnrefnum
    inputreferencecode ispurchasecard isrecurringpayment nexus outputauthcode outputreferencecode overridehold
    overrideholdchecked paymentcardcsc paymenteventdate paymenteventholdreason paymenteventpurchasedatasent
    paymenteventresult paymenteventtype paymenteventupdatedby paymentoperation paymentoption
    paymentprocessingprofile pending pnrefnum softdescriptor threedstatuscode validfrom`,
  customerrefund: `allowemptycards ccapproved ccexpiredate cchold ccholdetails ccispurchasecardbin ccname ccnumber
    ccprocessoraccount ccstreet cczipcode chargeit checknumber cleared cleareddate consolidatebalance creditcard
    creditcardprocessor customercode debitcardissueno dynamicdescriptor entitynexus handlingmode inputauthcode
    inputpnrefnum inputreferencecode ispurchasecard nexus outputauthcode outputreferencecode overridehold
    overrideholdchecked payeeaddress payeeaddresslist paymentcardcsc paymenteventdate paymenteventholdreason
    paymenteventpurchasedatasent paymenteventresult paymenteventtype paymenteventupdatedby paymentoperation
    paymentoption paymentprocessingprofile pnrefnum softdescriptor tobeprinted validfrom`,
  depositapplication: ``,
  invoice: `althandlingcost altshippingcost asofdate balance billingaccount billisresidential bulkprocsubmission
    canhavestackable consolidatebalance couponcode deferredrevenue discountamount discountdate entitynexus
    entitytaxregnum estgrossprofit estgrossprofitpercent expcostdiscamount expcostdiscount expcostdiscprint
    expcostdiscrate expcostdisctaxable expcosttaxcode expcosttaxrate1 fob forinvoicegrouping giftcertapplied
    groupedto handlingcost handlingtax1rate handlingtaxcode itemcostdiscamount itemcostdiscount itemcostdiscprint
    itemcostdiscrate itemcostdisctaxable itemcosttaxcode itemcosttaxrate1 leadsource linkedtrackingnumbers
    messagesel muccpromocodeinstance nextapprover nexus opportunity overrideinstallments partner paylink promocode
    promocodepluginimpl recognizedrevenue recurringbill returntrackingnumbers revenuestatus revreconrevcommitment
    salesgroup shipisresidential shipmethod shipoverride shippingcost shippingcostoverridden shippingtax1rate
    shippingtaxcode subsidiarytaxregnum syncpartnerteams syncsalesteams taxpointdate
    taxpointdateoverride taxregoverride timediscamount timediscount timediscprint timediscrate timedisctaxable
    timetaxcode timetaxrate1 totalcostestimate trackingnumbers tranisvsoebundle unbilledorders vsoeautocalc`,
  'invoice.item': `account amortizationperiod amortizationtype billvariancestatus catchupperiod chargetype costestimate
    costestimaterate costestimatetype daysbeforeexpiration deferrevrec excludefromraterequest giftcertfrom
    giftcertmessage giftcertrecipientemail giftcertrecipientname inventorydetail isvsoebundle licensecode linenumber
    matrixtype printitems quantityavailable quantityremaining rateschedule revrecschedule shipaddress shipcarrier
    shipmethod subscriptionline units vsoeallocation vsoeamount vsoedeferral vsoedelivered vsoeisestimate
    vsoepermitdiscount vsoeprice vsoesopgroup`,
  noninventorysaleitem: `amortizationperiod amortizationtemplate auctionquantity auctiontype availabletopartners billingschedule
    buyitnowprice conditionenabled conditionhelpurl contingentrevenuehandling copydescription costcategory
    costestimate costestimatetype costunits countryofmanufacture currency customform deferralaccount deferrevrec
    displayinebaystore dontshowprice dropshipexpenseaccount ebayhandlingtime ebayintlinsurancefee
    ebayintlpackagehandlingfee ebayintlshipinsurance ebayintlshippingitem1 ebayintlshippingitem2
    ebayintlshippingitem3 ebayisintlcalculatedrate ebayisirregularpackage ebayitemdescription ebayitemlocdisplay
    ebayitemloczipcode ebayitemlots ebayitemsubtitle ebayitemtitle ebayitemweightamt ebaylayout ebaypackagetype
    ebaypagecounter ebayrelistingoption ebaytheme ebaythemegroup endauctionswhenoutofstock enforceminqtyinternally
    excludefromsitemap expenseaccount featureddescription froogleproductfeed gallery galleryfeatured
    generateaccruals gifttypeexpressship gifttypegiftwrap gifttypeshiptorecipient handlingcost handlingcostunits
    handlinggroup imagesgroup imageslocation intercodefrevaccount intercoexpenseaccount intercoincomeaccount
    iscalculatedrate isdonationitem isdropshipitem isgcocompliant isspecialorderitem issueproduct itemcondition
    itemhandlingfee iteminsurancefee itemoptions itemrevenuecategory itemshipinsurance listimmediate listingduration
    listingstartdate listingstarttime manufacturer manufactureraddr1 manufacturercity manufacturerstate
    manufacturertariff manufacturertaxid manufacturerzip matrixitemnametemplate matrixtype maxdonationamount
    maximumquantity metataghtml minimumquantity minimumquantityunits mossapplies mpn multmanufactureaddr
    nextagcategory nextagproductfeed nopricemessage numactivelistings numcurrentlylisted offersupport
    outofstockbehavior outofstockmessage overallquantitypricingtype overheadtype packageheight packagelength
    packagewidth pagetitle preferencecriterion pricinggroup primarycatdisplayname primarycategory producer
    productfeed purchaseorderamount purchaseorderquantity purchaseorderquantitydiff purchaseunit
    quantitypricingschedule receiptamount receiptquantity receiptquantitydiff refundgivenas relateditemsdescription
    reserveprice residual returnpolicy returnpolicydetails returnshippingpaidby returnswithin revenueallocationgroup
    revenuerecognitionrule revrecforecastrule revreclassfxaccount revrecschedule saleunit schedulebcode
    schedulebnumber schedulebquantity searchkeywords secondarycatdisplayname secondarycategory sellonebay shipasia
    shipaustralia shipcanada shipeurope shipgermany shipindividually shipjapan shipmexico shipnorthsouthamerica
    shippackage shippingcost shippingcostunits shippingdomesticmethodsgroup shippingdomgroup shippingintlgroup
    shippingintlgroup1 shippingintlgroup2 shippingintlgroup3 shippingitem1 shippingitem2 shippingitem3
    shippinglocationsgroup shippingpackaginggroup shippingrate1 shippingrate2 shippingrate3 shipuk shipworldwide
    shoppingdotcomcategory shoppingproductfeed shopzillacategoryid shopzillaproductfeed showasgift
    showdefaultdonationamount sitemappriority softdescriptor standardimages startingprice stockdescription
    storecatdisplayname storecatdisplayname2 storecategory storecategory2 storedescription storedetaileddescription
    storedisplayimage storedisplayname storedisplaythumbnail storeitemtemplate supersizeimages taxable
    templatesgroup unitstype urlcomponent usemarginalrates vsoedeferral vsoedelivered vsoepermitdiscount vsoeprice
    vsoesopgroup weightunit weightunits willship yahooproductfeed`,
  servicesaleitem: `amortizationperiod amortizationtemplate auctionquantity auctiontype availabletopartners billingschedule
    buyitnowprice conditionenabled conditionhelpurl contingentrevenuehandling costcategory costestimate
    costestimatetype costunits createjob currency customform deferralaccount deferrevrec displayinebaystore
    dontshowprice ebayhandlingtime ebayintlinsurancefee ebayintlpackagehandlingfee ebayintlshipinsurance
    ebayintlshippingitem1 ebayintlshippingitem2 ebayintlshippingitem3 ebayisintlcalculatedrate
    ebayisirregularpackage ebayitemdescription ebayitemlocdisplay ebayitemloczipcode ebayitemlots ebayitemsubtitle
    ebayitemtitle ebayitemweightamt ebaylayout ebaypackagetype ebaypagecounter ebayrelistingoption ebaytheme
    ebaythemegroup endauctionswhenoutofstock enforceminqtyinternally excludefromsitemap expenseaccount
    featureddescription gallery galleryfeatured generateaccruals gifttypeexpressship gifttypegiftwrap
    gifttypeshiptorecipient handlinggroup imagesgroup imageslocation intercodefrevaccount intercoexpenseaccount
    intercoincomeaccount iscalculatedrate isdonationitem isgcocompliant issueproduct itemcondition itemhandlingfee
    iteminsurancefee itemoptions itemrevenuecategory itemshipinsurance listimmediate listingduration
    listingstartdate listingstarttime manufacturingchargeitem matrixitemnametemplate matrixtype maxdonationamount
    maximumquantity metataghtml minimumquantity minimumquantityunits mossapplies nopricemessage numactivelistings
    numcurrentlylisted offersupport outofstockbehavior outofstockmessage overheadtype packageheight packagelength
    packagewidth pagetitle pricinggroup primarycatdisplayname primarycategory purchaseorderamount
    purchaseorderquantity purchaseorderquantitydiff purchaseunit receiptamount receiptquantity receiptquantitydiff
    refundgivenas relateditemsdescription reserveprice residual returnpolicy returnpolicydetails
    returnshippingpaidby returnswithin revenueallocationgroup revenuerecognitionrule revrecforecastrule
    revreclassfxaccount revrecschedule saleunit searchkeywords secondarycatdisplayname secondarycategory sellonebay
    shipasia shipaustralia shipcanada shipeurope shipgermany shipjapan shipmexico shipnorthsouthamerica
    shippingdomesticmethodsgroup shippingdomgroup shippingintlgroup shippingintlgroup1 shippingintlgroup2
    shippingintlgroup3 shippingitem1 shippingitem2 shippingitem3 shippinglocationsgroup shippingpackaginggroup
    shippingrate1 shippingrate2 shippingrate3 shipuk shipworldwide showasgift showdefaultdonationamount
    sitemappriority softdescriptor standardimages startingprice storecatdisplayname storecatdisplayname2
    storecategory storecategory2 storedescription storedetaileddescription storedisplayimage storedisplayname
    storedisplaythumbnail storeitemtemplate supersizeimages taxable templatesgroup unitstype urlcomponent
    vsoedeferral vsoedelivered vsoepermitdiscount vsoeprice vsoesopgroup willship`,
  job: `actualtime allocatepayrollexpenses allowallresourcesfortasks allowexpenses allowtime applyprojectexpensetypetoall
    billingaccount billingratecard billingschedule calculatedenddate calculatedstartdate category emailpreference
    estimatedcost estimatedgrossprofit estimatedlaborcost estimatedrevenue estimatedtime estimatedtimeoverride fxrate
    globalsubscriptionstatus image includecrmtasksintotals isexempttime isproductivetime isutilizedtime jobbillingtype
    jobitem jobprice jobtype language limittimetoassignees materializetime openingbalance openingbalanceaccount
    openingbalancedate percentcomplete printoncheckas projectexpensetype revrecforecastrule schedulingmethod timeapproval
    unsubscribe usecalculatedbillingbudget usepercentcompleteoverride`,
  'inventoryadjustment.inventory': `binnumbers inventorydetail serialnumbers units`,
  inventoryitem: `autoleadtime autopreferredstocklevel autoreorderpoint averagecostmli billexchratevarianceacct billpricevarianceacct
    billqtyvarianceacct buildentireassembly costcategory distributioncategory distributionnetwork dropshipaccount
    isdropshipitem isspecialorderitem leadtime matchbilltoreceipt multmanufactureaddr preferredlocation preferredstocklevel
    preferredstockleveldays purchaseunit reorderpoint safetystocklevel safetystockleveldays saleunit
    seasonaldemand standardcost stockunit supplyreplenishmentmethod trackinglandedcost transferprice unitstype usebins`,
  'itemfulfillment.item': `binnumbers inventorydetail serialnumbers`,
  'itemreceipt.item': `binnumbers inventorydetail serialnumbers`,
  location: `addrphone addrtext allowstorepickup attention autoassignmentregionsetting bufferstock city country
    dailyshippingcapacity geolocationmethod includeincontroltower includeinsupplyplanning latitude locationtype logo
    longitude makeinventoryavailable makeinventoryavailablestore nextpickupcutofftime override returnaddr
    returnaddress1 returnaddress2 returncity returncountry returnstate returnzip sopredconfidence sopredicteddays
    state storepickupbufferstock timezone totalshippingcapacity tranprefix usebins zip`,
  subsidiary: `addrphone addrtext attention caseupdatetemplate checklayout city edition fax fiscalcalendar heading0 heading1
    heading2 intercoaccount languagelocale logo mainaddress mossapplies override pagelogo purchaseorderamount
    purchaseorderquantity purchaseorderquantitydiff receiptamount receiptquantity receiptquantitydiff returnaddr
    returnaddress returnaddress1 returnaddress2 returncity returncountry returnstate returnzip roundtime shipaddr
    shipcountry shippingaddress showsubsidiaryname ssnortin taxfiscalcalendar zip`,
  term: `daydiscountexpires discountpercentdatedriven installment percentagesbase splitevenly`,
};

const sets = new Map(Object.entries(FIELDS).map(([key, ids]) => [key, new Set(ids.split(/\s+/))]));

/**
 * Refuses what a script set in a field that NetSuite has and the simulator has not: leaving it out would store another
 * record than NetSuite does. Fields that NetSuite does not have either are ignored, as it does.
 */
export function refuseUnsupportedFields(definition: RecordDefinition, data: RecordData): void {
  for (const fieldId of data.changedFields) {
    if (definition.fields.has(fieldId)) continue;
    check(definition.id, fieldId, data.fields[fieldId] ?? data.texts[fieldId]);
  }
  for (const sublistId of data.changedSublists) {
    for (const line of data.sublists[sublistId] ?? []) {
      for (const fieldId of Object.keys(line.fields)) {
        if (!definition.sublists.get(sublistId)?.fields.has(fieldId)) {
          check(`${definition.id}.${sublistId}`, fieldId, line.fields[fieldId]);
        }
      }
    }
  }
}

function check(place: string, fieldId: string, value: unknown): void {
  if (value === undefined || value === null || value === '' || value === false) return;
  if (sets.get(place)?.has(fieldId.toLowerCase())) throw notSupported(`the field ${fieldId} of ${place}`);
}
