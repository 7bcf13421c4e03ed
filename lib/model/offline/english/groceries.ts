/**
 * What people buy and name without a comma between: "eggs flour and caster sugar".
 */
import { words } from "./words";

/** More than one of a thing: what stands behind it is another thing. */
export const SEVERAL_GOODS = words(`
  eggs apples pears plums bananas oranges lemons limes onions carrots potatoes tomatoes peppers mushrooms cucumbers leeks
  courgettes grapes strawberries raspberries blueberries cherries peaches oats lentils noodles crisps biscuits crackers
  cookies nappies wipes batteries bagels buns rolls sausages tissues candles nuts raisins avocados mangoes beans peas
  chickpeas herbs oranges yoghurts yogurts eggs tortillas wraps teabags`);

/** Other things of that kind. */
export const GOODS_TOO = words(`
  milk bread butter cheese flour sugar salt rice pasta coffee tea honey jam oil vinegar ham bacon chicken fish garlic ginger
  spinach lettuce broccoli cream yoghurt yogurt juice cereal soap shampoo toothpaste detergent bleach ketchup mustard
  mayo hummus tofu beef pork mince salmon tuna basil parsley cinnamon yeast margarine cocoa`);
